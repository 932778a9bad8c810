package import EOrderRules
package import Foundation
package import Postgres

/// A tax that was taken out of a payment and whose deposit nobody has proved yet, as the treasurer's desk shows it.
package struct DeskDeposit: RowDecodable, Sendable {
  static let most = 40

  package let orderID: UUID
  package let number: String?
  package let vendorName: String
  /// The part that was paid by itself; nil for the order's own payment.
  package let part: Int?
  package let paidOn: Day
  package let code: TaxCode
  package let amount: Rupiah
  /// Deposits within the reader's reach that lack their proof.
  package let ofAll: Int
  private let mode: PaymentMode

  package init(row: inout Row) throws {
    orderID = try row.next()
    number = try row.next(String?.self)
    vendorName = try row.next()
    mode = try row.code()
    part = try row.next(Int?.self)
    paidOn = try row.next()
    code = try row.code()
    amount = try row.next()
    ofAll = try row.next()
  }

  /// By when it is deposited and reported, and the law that says so; nil where no rule was in force yet.
  package func deadline(_ national: NationalRules) -> TaxDeposit? {
    let tax = TaxLine(
      code: code, rule: "", legal: "", base: amount, amount: amount, collectedBy: .treasurer, lines: [])
    return try? national.deposits(of: [tax], mode: mode, paid: paidOn).first
  }

  /// What was paid first comes first. Of an order with parts that were paid by themselves its own payment holds the
  /// taxes of the others.
  static func select(_ scope: SQL) -> SQL {
    """
    WITH payment AS (
      SELECT o.id, NULL::uuid AS part, NULL::integer AS position, o.paid_on, o.tax_deposits AS told,
             CASE WHEN EXISTS (SELECT FROM order_part p WHERE p.order_id = o.id AND p.apart)
               THEN (SELECT jsonb_agg(t.tax) FROM order_part p
                 CROSS JOIN LATERAL jsonb_array_elements(p.taxes) AS t (tax)
                 WHERE p.order_id = o.id AND NOT p.apart)
               ELSE o.decision -> 'taxes' END AS taxes
      FROM purchase_order o JOIN unit n ON n.id = o.unit_id
      WHERE o.paid_on IS NOT NULL AND o.vat_collected + o.withheld > 0 AND \(scope)
      UNION ALL
      SELECT o.id, p.id, p.position, p.paid_on, p.tax_deposits, p.taxes
      FROM order_part p JOIN purchase_order o ON o.id = p.order_id JOIN unit n ON n.id = o.unit_id
      WHERE p.apart AND p.paid_on IS NOT NULL AND \(scope))
    SELECT o.id, o.number, o.vendor_name, o.payment_mode, y.position, y.paid_on, d.tax ->> 'code',
           sum((d.tax ->> 'amount')::bigint)::bigint, count(*) OVER ()
    FROM payment y JOIN purchase_order o ON o.id = y.id
    CROSS JOIN LATERAL jsonb_array_elements(y.taxes) AS d (tax)
    WHERE d.tax ->> 'collectedBy' = 'treasurer' AND (d.tax ->> 'amount')::bigint > 0
      AND y.told @> jsonb_build_array(jsonb_build_object('code', d.tax -> 'code')) IS NOT TRUE
      AND NOT EXISTS (SELECT FROM tax_receipt r WHERE r.order_id = y.id
        AND r.part_id IS NOT DISTINCT FROM y.part AND r.code = d.tax ->> 'code')
    GROUP BY o.id, y.part, y.position, y.paid_on, d.tax ->> 'code'
    ORDER BY y.paid_on, o.id, y.position, d.tax ->> 'code' LIMIT \(most)
    """
  }
}
