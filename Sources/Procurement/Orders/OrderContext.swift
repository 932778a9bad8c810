import Authentication
import EOrderRules
import Foundation
import Postgres
import Tenancy

/// All that a decision about an order looks at, read in one round trip; the budget line is locked where
/// money will move.
package struct OrderContext: Sendable {
  /// Which rows: by ids that came with the request, or by those of a stored order.
  package struct Keys: Sendable {
    let package: SQL
    let budgetLine: SQL
    let vendor: SQL
    let products: SQL
    let excluded: UUID?
    /// More than the order's own value can be: taxes never double a price.
    let value: SQL

    /// The ids of a new order.
    /// - Parameter quantities: of the products at their catalogue prices; nil where the price is another one, so that
    ///   nothing is known of the order's value.
    static func new(
      package: SQL, budgetLine: UUID, vendor: UUID, products: [UUID], quantities: [Int64]? = nil
    ) -> Keys {
      let value: SQL? = quantities.map {
        """
        (SELECT 2 * sum(p.price * t.quantity)
         FROM unnest(\(SQLArray(products)), \(SQLArray($0))) AS t(id, quantity) JOIN product p ON p.id = t.id)
        """
      }
      return Keys(
        package: package, budgetLine: "\(budgetLine)", vendor: "\(vendor)",
        products: "SELECT unnest(\(SQLArray(products)))", excluded: nil,
        value: value ?? "\(Int64.max)::numeric")
    }

    /// The ids that an order's own row holds.
    static func stored(_ order: OrderRecord) -> Keys {
      Keys(
        package: "\(order.packageID)", budgetLine: "\(order.budgetLineID)", vendor: "\(order.vendorID)",
        products: "SELECT product_id FROM order_line WHERE order_id = \(order.id)", excluded: order.id,
        value: "2 * \(order.money.gross)::numeric")
    }
  }

  let package: PackageRow?
  let budget: BudgetPosition?
  let vendor: OrderingVendor?
  var products: [UUID: OrderedProduct]
  let recent: [RecentOrder]
  /// What the province paid for the products of late.
  let paid: [UUID: [PaidPrice]]
  /// Changes of prices on which no verifier has looked yet.
  let priceChanges: [PriceChange]
  /// Officials who share particulars with the vendor.
  let conflicts: [SharedTraces]
  /// Whether the rules of the day are kept beside an earlier decision already.
  let rulesAreKnown: Bool

  /// The reads of one decision.
  static func selects(_ keys: Keys, _ caller: Caller, locking: Bool) -> [SQL] {
    let pricedSince = caller.today.adding(days: -caller.rulebook.flags.medianWindowDays)
    return [
      BudgetPosition.select(keys.budgetLine, locking: locking),
      PackageRow.select(keys.package, locking: locking),
      OrderingVendor.select(keys.vendor, year: caller.today.year),
      OrderedProduct.select(keys.products, on: caller.today),
      RecentOrderRow.select(keys, caller),
      PaidPriceRow.select(
        keys.products, since: caller.tenant.calendar.instant(of: pricedSince), excluded: keys.excluded),
      UncuratedPrice.select(keys.products, since: priceWindow(caller)),
      SharedParticulars.select(keys.vendor, on: caller.today),
      "SELECT EXISTS (SELECT FROM decision_rules WHERE sha256 = \(caller.tenant.rules.sha256))",
    ]
  }

  init(_ results: ArraySlice<Result>, _ caller: Caller) throws {
    let results = Array(results)
    budget = try results[0].first(BudgetPosition.self)
    package = try results[1].first(PackageRow.self)
    vendor = try results[2].first(OrderingVendor.self)
    products = Dictionary(
      try results[3].rows(OrderedProduct.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    recent = try results[4].rows(RecentOrderRow.self).map { $0.fact(caller) }
    paid = PaidPriceRow.byProduct(try results[5].rows(PaidPriceRow.self), caller.tenant)
    priceChanges = try results[6].rows(UncuratedPrice.self).map { $0.fact(caller) }
    conflicts = try results[7].rows(SharedParticulars.self).map(\.fact)
    rulesAreKnown = try results[8].scalar(Bool.self) ?? false
  }

  private static func priceWindow(_ caller: Caller) -> Date {
    caller.tenant.calendar.instant(of: caller.today.adding(days: -caller.rulebook.flags.priceWindowDays))
  }
}

/// The budget line of an order and what is left of it.
struct BudgetPosition: RowDecodable, Sendable {
  let id: UUID
  let unitID: UUID
  let year: Int
  let account: String
  let available: Rupiah

  init(row: inout Row) throws {
    id = try row.next()
    unitID = try row.next()
    year = try row.next()
    account = try row.next()
    available = try row.next()
  }

  static func select(_ id: SQL, locking: Bool) -> SQL {
    let lock: SQL = locking ? " FOR UPDATE" : ""
    return """
      SELECT id, unit_id, year, account, ceiling - reserved - committed - realised FROM budget_line
      WHERE id = \(id)\(lock)
      """
  }
}

/// The vendor of an order, with its turnover of the year as far as anyone knows it.
struct OrderingVendor: RowDecodable, Sendable {
  let id: UUID
  let name: String
  let facts: VendorFacts

  init(row: inout Row) throws {
    id = try row.next()
    name = try row.next()
    var facts = VendorFacts(
      state: VendorState(rawValue: try row.next()) ?? .draft,
      legalForm: LegalForm(rawValue: try row.next()) ?? .individual,
      size: BusinessSize(rawValue: try row.next()) ?? .medium, regionCode: RegionCode(try row.next()),
      npwp: try row.next(String?.self).flatMap { NPWP($0) }, vatRegistered: try row.next())
    let letter = try row.next(String?.self)
    if let until = try row.next(Day?.self), let letter {
      facts.finalTaxLetter = TaxLetter(number: letter, validUntil: until)
    }
    facts.isForeign = try row.next()
    let exemption = try row.next(String?.self)
    if let until = try row.next(Day?.self), let exemption {
      facts.withholdingExemption = TaxLetter(number: exemption, validUntil: until)
    }
    facts.exemptBandStatement = try row.next()
    facts.turnoverYearToDate = try row.next(Rupiah?.self)
    self.facts = facts
  }

  /// The exempt-band statement counts in its own year; turnover is what it says plus what was paid since.
  /// - Parameter payment: an order whose payment is reckoned: the turnover is that without it, and counts others whose
  ///   payment was asked for already, so that two payments do not both use the end of the band.
  static func select(_ id: SQL, year: Int, payment: (order: UUID, year: Int)? = nil) -> SQL {
    let others: SQL = payment.map { "o.id <> \($0.order)" } ?? "true"
    let asked: SQL =
      payment.map { payment in
        payment.year == year
          ? "(o.paid_on IS NULL AND o.state IN ('payment_requested', 'payment_approved'))" : "false"
      } ?? "false"
    return """
      SELECT v.id, v.business_name, v.state, v.legal_form, v.size, v.region_code, v.npwp, v.vat_registered,
             v.final_tax_letter_number, v.final_tax_letter_until, v.is_foreign, v.exemption_number, v.exemption_until,
             coalesce(extract(year FROM v.exempt_band_date)::integer = \(year), false),
             CASE WHEN extract(year FROM v.exempt_band_date)::integer = \(year) THEN
               v.exempt_band_turnover + coalesce((
                 SELECT sum(o.price_ex_vat - coalesce((
                   SELECT sum(p.price_ex_vat) FROM order_part p WHERE p.order_id = o.id AND p.apart), 0))
                 FROM purchase_order o
                 WHERE o.vendor_id = v.id AND \(others) AND (\(asked) OR (o.paid_on >= v.exempt_band_date
                   AND extract(year FROM o.paid_on)::integer = \(year)))), 0)::bigint + coalesce((
                 SELECT sum(p.price_ex_vat) FROM order_part p JOIN purchase_order o ON o.id = p.order_id
                 WHERE o.vendor_id = v.id AND \(others) AND p.apart AND p.paid_on >= v.exempt_band_date
                   AND extract(year FROM p.paid_on)::integer = \(year)), 0)::bigint END
      FROM vendor v WHERE v.id = \(id)
      """
  }
}
