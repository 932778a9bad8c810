import EOrderRules
import Foundation
import Postgres
import Tenancy

/// An order as the checks of flags see it.
struct WatchedOrder: RowDecodable, Sendable {
  let id: UUID
  let number: String?
  let unitID: UUID
  let vendorID: UUID
  let packageID: UUID
  let needID: UUID?
  let officerID: UUID?
  let account: String
  let gross: Rupiah
  let createdAt: Date
  let issuedAt: Date?
  let paidOn: Day?
  let category: String
  let acceptedAt: Date?

  init(row: inout Row) throws {
    id = try row.next()
    number = try row.next(String?.self)
    unitID = try row.next()
    vendorID = try row.next()
    packageID = try row.next()
    needID = try row.next(UUID?.self)
    officerID = try row.next(UUID?.self)
    account = try row.next()
    gross = try row.next()
    createdAt = try row.next()
    issuedAt = try row.next(Date?.self)
    paidOn = try row.next(Day?.self)
    category = try row.next()
    acceptedAt = try row.next(Date?.self)
  }

  /// Columns of the order's own row; a terminated order counts with what was accepted.
  private static let own: SQL = """
    o.id, o.number, o.unit_id, o.vendor_id, o.package_id, o.need_id, o.commitment_officer_id, o.account,
    CASE WHEN o.state = 'terminated' THEN coalesce(o.accepted_gross, 0) ELSE o.gross END, o.created_at, o.issued_at,
    o.paid_on
    """

  /// These orders, with the category of their first line and when they were accepted.
  static func select(_ ids: [UUID]) -> SQL {
    """
    SELECT \(own), (SELECT l.category FROM order_line l WHERE l.order_id = o.id ORDER BY l.position LIMIT 1),
           (SELECT max(e.at) FROM order_event e WHERE e.order_id = o.id AND e.transition = 'accept')
    FROM purchase_order o WHERE o.id = ANY (\(SQLArray(ids))) ORDER BY o.id
    """
  }

  /// What an officer issued since then and what did not come to nothing.
  static func select(officer: UUID, since: Date) -> SQL {
    """
    SELECT \(own), '', NULL::timestamptz FROM purchase_order o
    WHERE o.commitment_officer_id = \(officer) AND o.issued_at >= \(since)
      AND o.state NOT IN ('draft', 'rejected', 'declined', 'expired', 'cancelled')
    ORDER BY o.issued_at, o.id
    """
  }

  func recent(_ tenant: Tenant) -> RecentOrder {
    RecentOrder(
      id: id.lowercased, number: number, date: tenant.today(issuedAt ?? createdAt),
      packageId: packageID.lowercased, unitId: unitID.lowercased, account: account, categories: [],
      vendorId: vendorID.lowercased, gross: gross, itemNames: [], needDate: nil)
  }

  func subject(_ key: String) -> FlagSubject {
    FlagSubject(
      unitID: unitID, orderID: id, vendorID: vendorID, packageID: packageID, needID: needID,
      officerID: officerID, key: key)
  }

  /// The unit's packages of a year that draw on the order's account.
  func plan(year: Int) -> SQL {
    """
    SELECT p.id, p.method, least(p.ceiling, sum(b.ceiling)::bigint),
           coalesce(
             (SELECT l.category FROM purchase_order o JOIN order_line l ON l.order_id = o.id AND l.position = 0
              WHERE o.package_id = p.id AND o.submitted_at IS NOT NULL ORDER BY o.created_at DESC LIMIT 1),
             (SELECT d.category FROM need d WHERE d.package_id = p.id AND d.category IS NOT NULL
              ORDER BY d.created_at DESC LIMIT 1))
    FROM package p JOIN package_budget_line k ON k.package_id = p.id JOIN budget_line b ON b.id = k.budget_line_id
    WHERE p.unit_id = \(unitID) AND p.year = \(year) AND b.account = \(account)
    GROUP BY p.id, p.method, p.ceiling ORDER BY p.id
    """
  }

  /// What the unit paid the vendor on some days, and what it has asked for today and not paid yet, as far as a threshold
  /// counts: goods, and services with value-added tax, but nothing on the credit card. Those who ask now were ordered
  /// within the year before.
  /// - Parameter dayBegan: when today began in the province.
  func payments(on days: [Day], today: Day, dayBegan: Date) -> SQL {
    """
    SELECT o.id, coalesce(o.paid_on, \(today)), coalesce(t.price_ex_vat, 0), coalesce(t.gross, 0)
    FROM purchase_order o CROSS JOIN LATERAL (
      SELECT sum(l.price_ex_vat)::bigint AS price_ex_vat, sum(l.gross)::bigint AS gross FROM order_line l
      WHERE l.order_id = o.id AND (l.tax_class = 'goods' OR (l.tax_class = 'service' AND l.vat > 0))
    ) t
    WHERE o.vendor_id = \(vendorID) AND o.unit_id = \(unitID) AND o.payment_mode <> 'KKPD'
      AND o.created_at >= \(createdAt - 366 * 86_400)
      AND (o.paid_on = ANY (\(SQLArray(days.map(\.description)))::date[])
        OR (o.paid_on IS NULL AND o.state IN ('payment_requested', 'payment_approved') AND EXISTS (
          SELECT FROM order_event e
          WHERE e.order_id = o.id AND e.transition = 'request-payment' AND e.at >= \(dayBegan))))
    ORDER BY o.paid_on NULLS LAST, o.id
    """
  }
}

/// A package of a unit's plan.
struct PlannedRow: RowDecodable, Sendable {
  private let id: UUID
  private let method: String
  private let ceiling: Rupiah
  private let category: String?

  init(row: inout Row) throws {
    id = try row.next()
    method = try row.next()
    ceiling = try row.next()
    category = try row.next(String?.self)
  }

  /// A package of which nothing was bought yet is taken for what its account buys elsewhere.
  func fact(_ order: WatchedOrder) -> PlannedPackage {
    PlannedPackage(
      packageId: id.lowercased, account: order.account, category: category ?? order.category,
      ceiling: ceiling, isDirect: method == "direct")
  }
}

/// A payment that was made or asked for.
struct PaymentRow: RowDecodable, Sendable {
  private let order: UUID
  private let day: Day
  private let priceExVat: Rupiah
  private let gross: Rupiah

  init(row: inout Row) throws {
    order = try row.next()
    day = try row.next()
    priceExVat = try row.next()
    gross = try row.next()
  }

  func fact(_ other: WatchedOrder, isGross: Bool) -> PaymentFacts {
    PaymentFacts(
      orderId: order.lowercased, vendorId: other.vendorID.lowercased, unitId: other.unitID.lowercased,
      day: day, measure: isGross ? gross : priceExVat)
  }
}
