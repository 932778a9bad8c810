import Postgres

/// What the table of holidays says, compared with the entries that tell of it.
enum HolidayFacts {
  static let all = [holidays, missing]

  private static let holidays: SQL = """
    SELECT e.audit_id, 'the holiday is told otherwise: ' || e.day
    FROM holiday e LEFT JOIN audit_entry a ON a.id = e.audit_id
    LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE a.id IS NULL OR a.subject_id <> e.id::text OR a.action <> 'holiday.change' OR a.at <> e.at
      OR l.detail ->> 'day' IS DISTINCT FROM e.day::text OR l.detail ->> 'name' IS DISTINCT FROM e.name
      OR l.detail ->> 'kind' IS DISTINCT FROM e.kind OR l.detail ->> 'source' IS DISTINCT FROM e.source
    ORDER BY e.at LIMIT 1
    """

  private static let missing: SQL = """
    SELECT a.id, 'its holiday was removed' FROM audit_entry a
    WHERE a.subject_type = 'holiday' AND NOT EXISTS (SELECT FROM holiday e WHERE e.id::text = a.subject_id)
    ORDER BY a.at LIMIT 1
    """
}
