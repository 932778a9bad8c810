import EOrderRules
import Foundation
import Postgres
import Tenancy

/// Another order as the rules of splitting see it.
struct RecentOrderRow: RowDecodable, Sendable {
  /// Orders of one decision at most, those of its package first, then the newest.
  private static let most = 500

  private let id: UUID
  private let number: String?
  private let submittedAt: Date
  private let packageID: UUID
  private let unitID: UUID
  private let account: String
  private let vendorID: UUID
  private let gross: Rupiah
  private let needDate: Day
  private let categories: [String]
  private let names: [String]

  init(row: inout Row) throws {
    id = try row.next()
    number = try row.next(String?.self)
    submittedAt = try row.next()
    packageID = try row.next()
    unitID = try row.next()
    account = try row.next()
    vendorID = try row.next()
    gross = try row.next()
    needDate = try row.next()
    categories = try row.next(SQLArray<String>.self).elements
    names = try row.next(SQLArray<String>.self).elements
  }

  func fact(_ caller: Caller) -> RecentOrder {
    RecentOrder(
      id: id.lowercased, number: number, date: caller.tenant.today(submittedAt),
      packageId: packageID.lowercased, unitId: unitID.lowercased, account: account,
      categories: Set(categories), vendorId: vendorID.lowercased, gross: gross, itemNames: names,
      needDate: needDate)
  }

  /// Live orders of the package, of the unit's account and of the unit's vendor within the windows of splitting:
  /// of each of the three only where its sum, with this order, can pass the limit, or the package's announced amount. Most orders are nowhere near it,
  /// and then no line is read.
  static func select(_ keys: OrderContext.Keys, _ caller: Caller) -> SQL {
    let splitting = caller.rulebook.strictestSplitting
    func start(_ days: Int) -> Date { caller.tenant.calendar.instant(of: caller.today.adding(days: -days)) }
    let account: SQL = """
      o.account = (SELECT account FROM budget_line WHERE id = \(keys.budgetLine))
      AND o.submitted_at >= \(start(splitting.windowDays))
      """
    let vendor: SQL =
      "o.vendor_id = \(keys.vendor) AND o.submitted_at >= \(start(splitting.vendorWindowDays))"
    let unit: SQL = "o.unit_id = (SELECT unit_id FROM package WHERE id = \(keys.package))"
    return """
      WITH live AS (
        SELECT \(own), o.deliver_by, o.need_id, true AS of_package, \(unit) AND \(account) AS of_account, \(unit) AND \(vendor) AS of_vendor
        FROM purchase_order o WHERE \(isLive) AND o.package_id = \(keys.package)
          AND o.id IS DISTINCT FROM \(keys.excluded)
        UNION ALL
        SELECT \(own), o.deliver_by, o.need_id, false, \(account), \(vendor)
        FROM purchase_order o WHERE \(isLive) AND \(unit) AND o.package_id <> \(keys.package)
          AND o.submitted_at >= \(start(max(splitting.windowDays, splitting.vendorWindowDays)))
          AND ((\(account)) OR (\(vendor))) AND o.id IS DISTINCT FROM \(keys.excluded)
      ), sums AS (
        SELECT sum(value) FILTER (WHERE of_package) AS package, sum(value) FILTER (WHERE of_account) AS account,
               sum(value) FILTER (WHERE of_vendor) AS vendor, \(splitting.limit)::numeric - \(keys.value) AS room,
               (SELECT ceiling FROM package WHERE id = \(keys.package)) - \(keys.value) AS planned_room
        FROM live
      )
      SELECT o.id, o.number, o.submitted_at, o.package_id, o.unit_id, o.account, o.vendor_id, o.value,
             \(needDay),
             ARRAY(SELECT DISTINCT l.category FROM order_line l WHERE l.order_id = o.id),
             ARRAY(SELECT l.name FROM order_line l WHERE l.order_id = o.id ORDER BY l.position)
      FROM live o, sums s
      WHERE (o.of_package AND s.package > least(s.room, s.planned_room)) OR (o.of_account AND s.account > s.room)
        OR (o.of_vendor AND s.vendor > s.room)
      ORDER BY o.of_package DESC, o.submitted_at DESC LIMIT \(most)
      """
  }

  /// All that lived when an order was decided and may belong together with it, whatever their sums: of its package, and
  /// of its unit's account and its vendor within windows that end then. What has come to nothing since is not among
  /// them.
  static func select(beside order: UUID, at decided: Date, since account: Date, vendor: Date) -> SQL {
    """
    SELECT \(own), \(needDay), ARRAY(SELECT DISTINCT l.category FROM order_line l WHERE l.order_id = o.id),
           ARRAY(SELECT l.name FROM order_line l WHERE l.order_id = o.id ORDER BY l.position)
    FROM purchase_order s JOIN purchase_order o ON o.unit_id = s.unit_id AND o.id <> s.id
    WHERE s.id = \(order) AND \(isLive) AND o.submitted_at <= \(decided)
      AND (o.package_id = s.package_id OR (o.account = s.account AND o.submitted_at >= \(account))
        OR (o.vendor_id = s.vendor_id AND o.submitted_at >= \(vendor)))
    ORDER BY o.submitted_at DESC LIMIT \(most)
    """
  }

  /// An order that ended without counting keeps its value out; a terminated one counts with what was accepted.
  private static let own: SQL = """
    o.id, o.number, o.submitted_at, o.package_id, o.unit_id, o.account, o.vendor_id,
    CASE WHEN o.state = 'terminated' THEN coalesce(o.accepted_gross, 0) ELSE o.gross END AS value
    """
  /// The day on which an order's goods are needed: that of its need, else that of the delivery.
  private static let needDay: SQL =
    "coalesce((SELECT d.needed_on FROM need d WHERE d.id = o.need_id), o.deliver_by)"
  private static let isLive: SQL = """
    o.submitted_at IS NOT NULL AND o.state NOT IN ('draft', 'rejected', 'declined', 'expired', 'cancelled')
    """
}
