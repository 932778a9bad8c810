package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// An order's own row.
package struct OrderRecord: RowDecodable, Sendable {
  package let id: UUID
  package var number: String?
  package var state: OrderState
  package let packageID: UUID
  package let needID: UUID?
  /// The offer that was selected for it; nil where none was asked for.
  package let offerID: UUID?
  package let unitID: UUID
  package let unitPath: [String]
  /// The budget year of its package.
  package let year: Int
  package let budgetLineID: UUID
  package let vendorID: UUID
  package let vendorName: String
  package let officerID: UUID?
  package let account: String
  package var terms: OrderTerms
  package let ocid: String
  package let discarded: Bool
  package var money: OrderMoney
  package let acceptedGross: Rupiah?
  /// The value at issue; nil before.
  package let initialGross: Rupiah?
  package let decision: [UInt8]
  package let isFood: Bool
  package let kpaAsPPK: Bool
  package var duties: OrderDuties
  package let proposedBy: String?
  package let invoice: OrderInvoice?
  package let payment: OrderPayment?
  /// The day on which the goods that wait for inspection arrived.
  package var arrivedOn: Day?
  /// The last day of delivery before more time was given.
  package var firstDeliverBy: Day?
  /// What a dispute found due of the order; no more is accepted.
  package var dueGross: Rupiah?
  package let createdAt: Date
  package let issuedAt: Date?
  package let paidAt: Date?
  package let version: Int
  /// Whether its need was taken back from it for another choice: it cannot be issued again.
  package let isGivenUp: Bool
  /// The vendor as it stands now; nil for an order that is just made.
  package var vendorNow: VendorNow?

  package init(row: inout Row) throws {
    id = try row.next()
    number = try row.next(String?.self)
    let code = try row.next(String.self)
    guard let known = OrderState(rawValue: code) else { throw DecodingFailure("unknown state \(code)") }
    state = known
    packageID = try row.next()
    needID = try row.next(UUID?.self)
    offerID = try row.next(UUID?.self)
    unitID = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    year = try row.next()
    budgetLineID = try row.next()
    vendorID = try row.next()
    vendorName = try row.next()
    officerID = try row.next(UUID?.self)
    account = try row.next()
    terms = try OrderTerms(row: &row)
    ocid = try row.next()
    discarded = try row.next()
    money = try OrderMoney(row: &row)
    acceptedGross = try row.next(Rupiah?.self)
    initialGross = try row.next(Rupiah?.self)
    decision = try row.next(JSONB.self).text
    isFood = try row.next()
    kpaAsPPK = try row.next()
    duties = try OrderDuties(row: &row)
    proposedBy = try row.next(String?.self)
    invoice = OrderInvoice(
      number: try row.next(String?.self), date: try row.next(Day?.self), taxNumber: try row.next(String?.self)
    )
    payment = try OrderPayment(row: &row)
    createdAt = try row.next()
    issuedAt = try row.next(Date?.self)
    paidAt = try row.next(Date?.self)
    version = try row.next()
    arrivedOn = try row.next(Day?.self)
    dueGross = try row.next(Rupiah?.self)
    firstDeliverBy = try row.next(Day?.self)
    isGivenUp = try row.next()
    vendorNow = try VendorNow(row: &row)
  }

  /// The columns above; the caller adds WHERE.
  package static let columns: SQL = columns(from: "purchase_order")

  /// The columns above, of rows like those of `purchase_order`; the caller adds WHERE.
  static func columns(from rows: SQL) -> SQL {
    """
    SELECT o.id, o.number, o.state, o.package_id, o.need_id, o.offer_id, o.unit_id, n.path,
           (SELECT y.year FROM package y WHERE y.id = o.package_id), o.budget_line_id, o.vendor_id,
           o.vendor_name, o.commitment_officer_id, o.account,
           o.street, o.region_code, o.deliver_by, o.payment_mode, o.note, o.justification,
           o.catalogue_result, o.catalogue_reason, o.catalogue_evidence, o.compared_prices,
           o.ocid, o.discarded, o.price_ex_vat, o.vat_base, o.vat, o.vat_collected, o.gross, o.withheld,
           o.net_to_vendor, o.accepted_gross, o.initial_gross, o.decision, o.food, o.kpa_as_ppk,
           \(OrderDuties.columns), o.proposed_person,
           o.invoice_number, o.invoice_date, o.tax_invoice_number, o.payment_reference, o.paid_on,
           o.paid_amount, o.paid_penalty, o.penalty_reference, o.payment_papers,
           o.created_at, o.issued_at, o.paid_at, o.version, o.arrived_on, o.due_gross, o.first_deliver_by,
           EXISTS (SELECT FROM need d WHERE d.id = o.need_id AND d.order_id IS DISTINCT FROM o.id),
           \(VendorNow.columns)
    FROM \(rows) o JOIN unit n ON n.id = o.unit_id JOIN vendor sv ON sv.id = o.vendor_id
    """
  }

  package static func select(_ id: UUID) -> SQL { "\(columns) WHERE o.id = \(id)" }
  package static func selectForUpdate(_ id: UUID) -> SQL { "\(columns) WHERE o.id = \(id) FOR UPDATE OF o" }
}

/// What the procurement officer lays down: where to, until when, paid how, and why here.
package struct OrderTerms: RowDecodable, Sendable {
  package var street: String
  package var regionCode: String
  package var deliverBy: Day
  package var paymentMode: PaymentMode
  package var note: String?
  package var justification: String?
  package var catalogueCheck: CatalogueCheck?
  package var comparedPrices: [ComparedPrice]

  package init(
    street: String, regionCode: String, deliverBy: Day, paymentMode: PaymentMode, note: String?,
    justification: String?, catalogueCheck: CatalogueCheck?, comparedPrices: [ComparedPrice]
  ) {
    self.street = street
    self.regionCode = regionCode
    self.deliverBy = deliverBy
    self.paymentMode = paymentMode
    self.note = note
    self.justification = justification
    self.catalogueCheck = catalogueCheck
    self.comparedPrices = comparedPrices
  }

  package init(row: inout Row) throws {
    street = try row.next()
    regionCode = try row.next()
    deliverBy = try row.next()
    let mode = try row.next(String.self)
    guard let known = PaymentMode(rawValue: mode) else { throw DecodingFailure("unknown mode \(mode)") }
    paymentMode = known
    note = try row.next(String?.self)
    justification = try row.next(String?.self)
    let result = try row.next(String?.self).flatMap { CatalogueCheck.Result(rawValue: $0) }
    let reason = try row.next(String?.self)
    let evidence = try row.next(String?.self)
    catalogueCheck = result.map { CatalogueCheck(result: $0, reason: reason, evidence: evidence) }
    comparedPrices = Self.prices(try JSONValue(parsing: try row.next(JSONB.self).text))
  }

  static func prices(_ value: JSONValue?) -> [ComparedPrice] {
    (value?.elements ?? []).compactMap { element in
      guard let source = element["source"]?.text, let price = element["unitPrice"]?.int64 else { return nil }
      return ComparedPrice(source: source, unitPrice: Rupiah(price))
    }
  }

  var comparedPricesJSON: JSONValue {
    .array(comparedPrices.map { ["source": .string($0.source), "unitPrice": JSONValue($0.unitPrice)] })
  }

  var catalogueCheckJSON: JSONValue {
    guard let check = catalogueCheck else { return .null }
    return [
      "result": .string(check.result.rawValue), "reason": JSONValue(check.reason),
      "evidence": JSONValue(check.evidence),
    ]
  }
}

/// The vendor's invoice.
package struct OrderInvoice: Sendable {
  package let number: String
  package let date: Day
  package let taxNumber: String?

  init?(number: String?, date: Day?, taxNumber: String?) {
    guard let number, let date else { return nil }
    self.number = number
    self.date = date
    self.taxNumber = taxNumber
  }

  var json: JSONValue {
    ["number": .string(number), "date": JSONValue(date), "taxInvoiceNumber": JSONValue(taxNumber)]
  }
}
