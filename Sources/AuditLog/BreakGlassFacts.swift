import Postgres

/// What the accesses of central administrators say, compared with the entries that tell of them.
enum BreakGlassFacts {
  static let all = [openings, entrances, endings, readings, missing]

  private static let openings: SQL = """
    SELECT e.audit_id, 'the access of a central administrator is told otherwise'
    FROM break_glass e \(AuditedFacts.entry)
    WHERE a.id IS NULL OR a.subject_id <> e.id::text OR a.action <> 'break-glass.open' OR a.at <> e.opened_at
      OR a.actor <> e.admin_id::text OR l.detail ->> 'administrator' IS DISTINCT FROM e.admin_name
      OR l.detail ->> 'email' IS DISTINCT FROM e.admin_email OR l.detail ->> 'reason' IS DISTINCT FROM e.reason
      OR e.opened_at + (l.detail ->> 'minutes')::bigint * interval '1 minute' IS DISTINCT FROM e.ends_at
    ORDER BY e.opened_at LIMIT 1
    """

  private static let entrances: SQL = """
    SELECT e.enter_audit_id, 'the entrance of a central administrator is told otherwise'
    FROM break_glass e LEFT JOIN audit_entry a ON a.id = e.enter_audit_id
    WHERE e.entered_at IS NOT NULL AND (a.id IS NULL OR a.subject_id <> e.id::text
      OR a.action <> 'break-glass.enter' OR a.at <> e.entered_at OR a.actor <> e.admin_id::text)
    ORDER BY e.entered_at LIMIT 1
    """

  private static let endings: SQL = """
    SELECT e.end_audit_id, 'the end of a central administrator''s access is told otherwise'
    FROM break_glass e LEFT JOIN audit_entry a ON a.id = e.end_audit_id
    LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE e.ended_at IS NOT NULL AND (a.id IS NULL OR a.subject_id <> e.id::text OR a.action <> 'break-glass.end'
      OR a.at <> e.ended_at OR a.actor IS DISTINCT FROM e.ended_by::text
      OR l.detail ->> 'administrator' IS DISTINCT FROM e.ended_by_name
      OR l.detail ->> 'reason' IS DISTINCT FROM e.end_reason)
    ORDER BY e.ended_at LIMIT 1
    """

  /// Nothing is read before the key was used, nor after the hour.
  private static let readings: SQL = """
    SELECT a.id, 'a central administrator read outside the time of the access'
    FROM audit_entry a JOIN break_glass e ON e.id::text = a.subject_id
    WHERE a.action = 'break-glass.read'
      AND (e.entered_at IS NULL OR a.at < e.opened_at OR a.at > e.ends_at OR a.actor <> e.admin_id::text)
    ORDER BY a.at LIMIT 1
    """

  private static let missing: SQL = """
    SELECT a.id, 'the access that it tells of was removed' FROM audit_entry a
    WHERE a.subject_type = 'break-glass' AND NOT EXISTS (
      SELECT FROM break_glass e WHERE a.id IN (e.audit_id, e.enter_audit_id, e.end_audit_id)
        OR (a.action = 'break-glass.read' AND e.id::text = a.subject_id))
    ORDER BY a.at LIMIT 1
    """
}
