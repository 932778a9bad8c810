import Postgres

/// What the versions of the budget and the red list say, compared with the entries that tell of them.
enum BudgetFacts {
  static let all = [versions, ceilings, red, missing]

  private static let versions: SQL = """
    SELECT e.audit_id, 'the version of the budget line is told otherwise: ' || e.version
    FROM budget_line_version e LEFT JOIN audit_entry a ON a.id = e.audit_id
    LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE a.id IS NULL OR a.subject_id <> e.budget_line_id::text OR a.at <> e.at
      OR a.action <> CASE WHEN e.before IS NULL THEN 'budget-line.create' ELSE 'budget-line.change' END
      OR l.detail ->> 'version' IS DISTINCT FROM e.version OR (l.detail ->> 'to')::bigint IS DISTINCT FROM e.ceiling
      OR (l.detail ->> 'from')::bigint IS DISTINCT FROM e.before
    ORDER BY e.at LIMIT 1
    """

  /// The ceiling of a line is that of its last version, each version going on where an earlier one has ended; two
  /// files of one instant have no order.
  private static let ceilings: SQL = """
    SELECT v.audit_id, 'the ceiling of the budget line ' || b.code || ' is not that of its last version'
    FROM budget_line_version v JOIN budget_line b ON b.id = v.budget_line_id
    WHERE NOT EXISTS (
        SELECT FROM budget_line_version w
        WHERE w.budget_line_id = v.budget_line_id AND w.ceiling = b.ceiling AND w.version = b.version
          AND w.at = (SELECT max(x.at) FROM budget_line_version x WHERE x.budget_line_id = v.budget_line_id))
      OR (EXISTS (SELECT FROM budget_line_version w WHERE w.budget_line_id = v.budget_line_id AND w.at < v.at)
        AND NOT EXISTS (
          SELECT FROM budget_line_version w WHERE w.budget_line_id = v.budget_line_id AND w.at <= v.at
            AND w.id <> v.id AND w.ceiling = v.before))
    ORDER BY v.at LIMIT 1
    """

  private static let red: SQL = """
    SELECT e.audit_id, 'the red list says otherwise'
    FROM budget_red_line e LEFT JOIN audit_entry a ON a.id = e.audit_id
    LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE a.id IS NULL OR a.subject_id <> e.budget_line_id::text OR a.at <> e.at OR a.action <> 'budget-line.red'
      OR (l.detail ->> 'asked')::bigint IS DISTINCT FROM e.asked
      OR (l.detail ->> 'used')::bigint IS DISTINCT FROM e.used
      OR (l.detail ->> 'ceiling')::bigint IS DISTINCT FROM e.ceiling
    ORDER BY e.at LIMIT 1
    """

  /// Entries of a release before versions were kept name none.
  private static let missing: SQL = """
    SELECT a.id, 'its fact of the budget was removed'
    FROM audit_entry a, LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l
    WHERE a.subject_type = 'budget-line' AND l.detail ? 'version'
      AND NOT EXISTS (SELECT FROM budget_line_version e WHERE e.audit_id = a.id)
      AND NOT EXISTS (SELECT FROM budget_red_line e WHERE e.audit_id = a.id)
    ORDER BY a.at LIMIT 1
    """
}
