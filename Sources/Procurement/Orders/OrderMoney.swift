package import EOrderRules
package import Postgres
package import StrictJSON
import Tenancy

/// The amounts of an order, whole rupiah; `netToVendor + vatCollected + withheld = gross`.
package struct OrderMoney: RowDecodable, Sendable {
  package let priceExVat: Rupiah
  package let vatBase: Rupiah
  package let vat: Rupiah
  package let vatCollected: Rupiah
  package let gross: Rupiah
  package let withheld: Rupiah
  package let netToVendor: Rupiah

  package init(_ totals: OrderTotals) {
    priceExVat = totals.priceExVat
    vatBase = totals.vatBase
    vat = totals.vat
    vatCollected = totals.vatCollected
    gross = totals.gross
    withheld = totals.withheld
    netToVendor = totals.netToVendor
  }

  package init(row: inout Row) throws {
    priceExVat = try row.next()
    vatBase = try row.next()
    vat = try row.next()
    vatCollected = try row.next()
    gross = try row.next()
    withheld = try row.next()
    netToVendor = try row.next()
  }

  package var json: JSONValue {
    [
      "priceExVat": JSONValue(priceExVat), "vatBase": JSONValue(vatBase), "vat": JSONValue(vat),
      "vatCollected": JSONValue(vatCollected), "gross": JSONValue(gross), "withheld": JSONValue(withheld),
      "netToVendor": JSONValue(netToVendor),
    ]
  }
}
