import Postgres

/// What requests for other lines of business say, compared with the entries that tell of them.
enum KBLIRequestFacts {
  static let all = [asked, answered, missing]

  private static let asked: SQL = """
    SELECT e.audit_id, 'the request for other lines of business is told otherwise'
    FROM kbli_request e \(AuditedFacts.entry)
    WHERE a.id IS NULL OR a.subject_id <> e.vendor_id::text OR a.action <> 'vendor.ask-kbli' OR a.at <> e.asked_at
      OR a.actor <> e.asked_by::text OR l.detail ->> 'request' IS DISTINCT FROM e.id::text
      OR l.detail -> 'kbli' IS DISTINCT FROM to_jsonb(e.kbli) OR l.detail ->> 'reason' IS DISTINCT FROM e.reason
    ORDER BY e.asked_at LIMIT 1
    """

  private static let answered: SQL = """
    SELECT e.answer_audit_id, 'the answer to a request for other lines of business is told otherwise'
    FROM kbli_request e LEFT JOIN audit_entry a ON a.id = e.answer_audit_id
    LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE e.answered_at IS NOT NULL AND (a.id IS NULL OR a.subject_id <> e.vendor_id::text
      OR a.action <> CASE WHEN e.accepted THEN 'vendor.accept-kbli' ELSE 'vendor.refuse-kbli' END
      OR a.at <> e.answered_at OR a.actor IS DISTINCT FROM e.answered_by::text
      OR l.detail ->> 'request' IS DISTINCT FROM e.id::text OR l.detail ->> 'reason' IS DISTINCT FROM e.answer)
    ORDER BY e.answered_at LIMIT 1
    """

  private static let missing: SQL = """
    SELECT a.id, 'its request for other lines of business was removed' FROM audit_entry a
    WHERE a.action IN ('vendor.ask-kbli', 'vendor.accept-kbli', 'vendor.refuse-kbli') AND NOT EXISTS (
      SELECT FROM kbli_request e WHERE a.id IN (e.audit_id, e.answer_audit_id))
    ORDER BY a.at LIMIT 1
    """
}
