import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The proof that a tax of a payment was deposited, and of an income tax that it was withheld.
package struct TaxReceipt: RowDecodable, Sendable {
  /// What the API shows.
  package static let shape = Shape.component(
    "TaxReceipt",
    .object([
      .required("id", .uuid), .required("code", .oneOf(TaxCode.self)), .required("ntpn", .text(max: 40)),
      .required("withholdingSlip", .nullable(.text(max: 40))),
      .required("partId", .nullable(.uuid), "The part that was paid by itself."),
      .required("recordedAt", .dateTime),
    ]))

  package let order: UUID
  package let id: UUID
  package let part: UUID?
  package let code: TaxCode
  package let ntpn: String
  package let withholdingSlip: String?
  package let recordedAt: Date

  package init(row: inout Row) throws {
    order = try row.next()
    id = try row.next()
    part = try row.next(UUID?.self)
    code = try row.code()
    ntpn = try row.next()
    withholdingSlip = try row.next(String?.self)
    recordedAt = try row.next()
  }

  init(order: UUID, part: UUID?, code: TaxCode, ntpn: String, withholdingSlip: String?, at: Date) {
    self.order = order
    id = .version7(at: at)
    self.part = part
    self.code = code
    self.ntpn = ntpn
    self.withholdingSlip = withholdingSlip
    recordedAt = at
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "code": .string(code.rawValue), "ntpn": .string(ntpn),
      "withholdingSlip": JSONValue(withholdingSlip), "partId": JSONValue(part),
      "recordedAt": JSONValue(recordedAt),
    ]
  }

  /// Those of these orders: what came with the payments, whose proofs have no rows of their own, and what came later.
  static func rows(of orders: [UUID]) -> SQL {
    """
    SELECT r.order_id, r.id, r.part_id, r.code, r.ntpn, r.withholding_slip, r.recorded_at FROM (
      SELECT o.id AS order_id, md5(concat(o.id, d ->> 'code', place))::uuid AS id, NULL::uuid AS part_id,
             d ->> 'code' AS code, d ->> 'ntpn' AS ntpn, NULL::text AS withholding_slip, o.paid_at AS recorded_at
      FROM purchase_order o CROSS JOIN LATERAL jsonb_array_elements(o.tax_deposits) WITH ORDINALITY AS deposit(d, place)
      WHERE o.id = ANY (\(SQLArray(orders))) AND o.paid_at IS NOT NULL AND d ->> 'code' = ANY (\(known))
      UNION ALL
      SELECT p.order_id, md5(concat(p.id, d ->> 'code', place))::uuid, p.id, d ->> 'code', d ->> 'ntpn', NULL, e.at
      FROM order_part p JOIN order_event e ON e.order_id = p.order_id AND e.transition = 'confirm-paid'
        AND (e.detail ->> 'part')::integer = p.position
        CROSS JOIN LATERAL jsonb_array_elements(p.tax_deposits) WITH ORDINALITY AS deposit(d, place)
      WHERE p.order_id = ANY (\(SQLArray(orders))) AND d ->> 'code' = ANY (\(known))
      UNION ALL
      SELECT t.order_id, t.id, t.part_id, t.code, t.ntpn, t.withholding_slip, t.recorded_at FROM tax_receipt t
      WHERE t.order_id = ANY (\(SQLArray(orders)))
    ) r
    """
  }

  /// The steps of a payment take an account of the state's revenue too; only what names a tax is its proof.
  private static let known = SQLArray(TaxCode.allCases.map(\.rawValue))

  /// The latest proof of each tax of these orders.
  package static func latest(
    of orders: [UUID], _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [TaxReceipt] {
    guard !orders.isEmpty else { return [] }
    return try await lease.query(
      """
      SELECT DISTINCT ON (r.order_id, r.part_id, r.code) r.* FROM (\(rows(of: orders))) r
      ORDER BY r.order_id, r.part_id, r.code, r.recorded_at DESC, r.id DESC
      """
    ).rows(TaxReceipt.self)
  }
}

/// The proofs of an order's deposited taxes, newest first.
package struct ListTaxReceipts: Sendable {
  package static let name = "tax-receipts"

  private let order: UUID
  private let page: PageRequest

  package init(order: UUID, _ page: PageRequest) {
    self.order = order
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    var conditions: [SQL] = []
    if let vendor = caller.actor.vendorID {
      conditions.append(
        "EXISTS (SELECT FROM purchase_order v WHERE v.id = r.order_id AND v.vendor_id = \(vendor))")
    }
    let rows = try await lease.query(
      try page.newest(TaxReceipt.rows(of: [order]), where: conditions, by: "r.recorded_at", "r.id")
    ).rows(TaxReceipt.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, at: $0.recordedAt, id: $0.id) }
  }
}
