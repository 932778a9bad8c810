import Postgres

/// What the proofs of deposited taxes say, compared with the entries that tell of them.
enum TaxReceiptFacts {
  static let all = [records, missing]

  private static let records: SQL = """
    SELECT e.audit_id, 'the proof of a deposited tax is told otherwise'
    FROM tax_receipt e \(AuditedFacts.entry)
    WHERE a.id IS NULL OR a.subject_id <> e.order_id::text OR a.action <> 'order.tax-receipt'
      OR a.at <> e.recorded_at OR a.actor <> e.recorded_by::text
      OR l.detail ->> 'receipt' IS DISTINCT FROM e.id::text OR l.detail ->> 'partId' IS DISTINCT FROM e.part_id::text
      OR l.detail ->> 'code' IS DISTINCT FROM e.code OR l.detail ->> 'ntpn' IS DISTINCT FROM e.ntpn
      OR l.detail ->> 'withholdingSlip' IS DISTINCT FROM e.withholding_slip
    ORDER BY e.recorded_at LIMIT 1
    """

  private static let missing: SQL = """
    SELECT a.id, 'its proof of a deposited tax was removed' FROM audit_entry a
    WHERE a.action = 'order.tax-receipt' AND NOT EXISTS (SELECT FROM tax_receipt e WHERE e.audit_id = a.id)
    ORDER BY a.at LIMIT 1
    """
}
