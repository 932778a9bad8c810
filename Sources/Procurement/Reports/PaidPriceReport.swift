package import EOrderRules
import Files
package import Postgres
package import StrictJSON
import Tenancy

/// What was paid for one unit of the same thing, all taxes included, by whom and to whom, against the province's
/// standard price. The same thing is what the verifier gave the same standard price, else one product.
package struct PaidPriceReport: Sendable {
  /// Things at most, what was bought above its standard price first, then those of the widest range.
  private static let most = 200
  /// Purchases of one thing at most, the newest first.
  private static let mostPurchases = 500

  private let from: Day
  private let to: Day
  private let category: String?
  private let subject: String?

  /// - Parameters:
  ///   - from: the first day of issue.
  ///   - to: the last.
  ///   - category: nil for all.
  ///   - subject: the code of a standard price or the id of a product whose purchases are told one by one; nil for none.
  package init(from: Day, to: Day, category: String?, subject: String?) {
    self.from = from
    self.to = to
    self.category = category
    self.subject = subject
  }

  package func json(_ caller: Caller, _ lease: borrowing some Lease & ~Copyable) async throws -> Answer {
    let rows = try await rows(caller, lease)
    let purchases = try await purchases(caller, lease)
    return Answer([
      "from": JSONValue(from), "to": JSONValue(to), "items": .array(rows.map(\.json)),
      "purchases": .array(purchases.map(\.json)),
    ])
  }

  /// The purchases of the thing that was asked for, else all things.
  package func table(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> ReportTable {
    subject == nil
      ? ReportTable(PaidPriceItem.header, try await rows(caller, lease).map(\.cells))
      : ReportTable(PaidPricePurchase.header, try await purchases(caller, lease).map(\.cells))
  }

  private func rows(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [PaidPriceItem] {
    try await lease.query(
      """
      WITH bought AS (\(bought(caller)))
      SELECT b.subject, min(b.category), (array_agg(b.name ORDER BY b.day DESC, b.order_id))[1],
             (array_agg(b.measure ORDER BY b.day DESC, b.order_id))[1], min(b.code),
             (array_agg(b.standard ORDER BY b.day DESC, b.order_id))[1], count(*), count(DISTINCT b.vendor_id),
             count(DISTINCT b.unit_id), min(b.price),
             percentile_disc(0.5) WITHIN GROUP (ORDER BY b.price), max(b.price),
             count(*) FILTER (WHERE b.price > b.standard)
      FROM bought b GROUP BY b.subject
      ORDER BY 13 DESC, max(b.price)::numeric / min(b.price) DESC, b.subject LIMIT \(Self.most)
      """
    ).rows(PaidPriceItem.self)
  }

  private func purchases(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [PaidPricePurchase] {
    guard subject != nil else { return [] }
    return try await lease.query(
      """
      WITH bought AS (\(bought(caller)))
      SELECT b.order_id, b.number, b.day, b.unit, b.vendor_id, b.vendor, b.quantity, b.price, b.standard FROM bought b
      ORDER BY b.day DESC, b.order_id DESC LIMIT \(Self.mostPurchases)
      """
    ).rows(PaidPricePurchase.self)
  }

  /// One row for each line of a purchase; a price without VAT gets the VAT that was billed on it.
  private func bought(_ caller: Caller) -> SQL {
    let calendar = caller.tenant.calendar
    var wanted: [SQL] = ["\(caller.actor.scope())"]
    if let category { wanted.append("l.category = \(category)") }
    if let subject { wanted.append("coalesce(p.standard_price_code, p.id::text) = \(subject)") }
    return """
      SELECT o.id AS order_id, o.number, d.day, o.unit_id, n.name AS unit, o.vendor_id, o.vendor_name AS vendor,
             coalesce(p.standard_price_code, p.id::text) AS subject, p.standard_price_code AS code, l.category, l.name,
             l.unit_of_measure AS measure, l.quantity, s.price AS standard,
             CASE WHEN l.price_includes_vat OR l.vat = 0 THEN l.unit_price
               ELSE (2 * l.unit_price * l.gross + l.price_ex_vat) / (2 * l.price_ex_vat) END AS price
      FROM purchase_order o JOIN order_line l ON l.order_id = o.id JOIN unit n ON n.id = o.unit_id
      JOIN product p ON p.id = l.product_id
      CROSS JOIN LATERAL (
        SELECT ((o.issued_at AT TIME ZONE 'UTC') + make_interval(secs => \(calendar.zone.secondsAheadOfUTC)))::date AS day
      ) d
      LEFT JOIN LATERAL (SELECT s.price FROM standard_price s
        WHERE s.code = p.standard_price_code AND s.valid_from <= d.day ORDER BY s.valid_from DESC LIMIT 1) s ON true
      WHERE o.issued_at >= \(calendar.instant(of: from)) AND o.issued_at < \(calendar.instant(of: to.adding(days: 1)))
        AND \(Purchases.counted) AND l.price_ex_vat > 0 AND \(SQL(joining: wanted, separator: " AND "))
      """
  }

  /// What the API answers.
  package static let shape = Shape.component(
    "PaidPriceReport",
    .object([
      .required("from", .date), .required("to", .date), .required("items", .array(of: PaidPriceItem.shape)),
      .required(
        "purchases", .array(of: PaidPricePurchase.shape), "Those of `subject`; empty where it is left out."),
    ]))
}
