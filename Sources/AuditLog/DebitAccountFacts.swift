import Postgres

/// What the register of debit accounts says, compared with the entries that tell of it.
enum DebitAccountFacts {
  static let all = [registrations, closings, missing]

  private static let registrations: SQL = """
    SELECT e.audit_id, 'the debit account is told otherwise'
    FROM debit_account e \(AuditedFacts.entry)
    WHERE a.id IS NULL OR a.subject_id <> e.id::text OR a.action <> 'debit-account.register' OR a.at <> e.registered_at
      OR a.actor <> e.registered_by::text OR l.detail ->> 'unitId' IS DISTINCT FROM e.unit_id::text
      OR l.detail ->> 'bankCode' IS DISTINCT FROM e.bank_code
      OR l.detail ->> 'accountNumber' IS DISTINCT FROM e.account_number
      OR l.detail ->> 'accountName' IS DISTINCT FROM e.account_name
    ORDER BY e.registered_at LIMIT 1
    """

  private static let closings: SQL = """
    SELECT e.close_audit_id, 'the end of the debit account is told otherwise'
    FROM debit_account e LEFT JOIN audit_entry a ON a.id = e.close_audit_id
    LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE e.closed_at IS NOT NULL AND (a.id IS NULL OR a.subject_id <> e.id::text
      OR a.action <> 'debit-account.close' OR a.at <> e.closed_at OR a.actor IS DISTINCT FROM e.closed_by::text
      OR l.detail ->> 'reason' IS DISTINCT FROM e.close_reason)
    ORDER BY e.closed_at LIMIT 1
    """

  private static let missing: SQL = """
    SELECT a.id, 'its debit account was removed' FROM audit_entry a
    WHERE a.subject_type = 'debit-account' AND NOT EXISTS (
      SELECT FROM debit_account e WHERE a.id IN (e.audit_id, e.close_audit_id))
    ORDER BY a.at LIMIT 1
    """
}
