import Postgres

/// What was declared to be no conflict of interest, compared with the entries that tell of it.
enum ConflictFacts {
  static let all = [declarations, missing]

  private static let declarations: SQL = """
    SELECT e.audit_id, 'the conflict of interest was declared otherwise'
    FROM conflict_declaration e \(AuditedFacts.entry)
    WHERE a.id IS NULL OR a.subject_id <> e.vendor_id::text OR a.action <> 'vendor.declare-conflict' OR a.at <> e.at
      OR a.actor <> e.declared_by::text OR l.detail ->> 'userId' IS DISTINCT FROM e.user_id::text
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason OR l.detail ->> 'until' IS DISTINCT FROM e.until_on::text
      OR NOT l.detail -> 'kinds' ? e.kind
    ORDER BY e.at LIMIT 1
    """

  private static let missing: SQL = """
    SELECT a.id, 'its declaration was removed' FROM audit_entry a
    WHERE a.action = 'vendor.declare-conflict'
      AND jsonb_array_length(convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' -> 'kinds')
        <> (SELECT count(*) FROM conflict_declaration e WHERE e.audit_id = a.id)
    ORDER BY a.at LIMIT 1
    """
}
