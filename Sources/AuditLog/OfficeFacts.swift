import Postgres

/// What the table of offices says, compared with the entries that tell of it: who holds what, from when, until when.
enum OfficeFacts {
  static let all = [grants, ends, missing]

  /// An office is told by its own entry, or by the one of the account whose role it is; accounts that are older than
  /// offices have theirs by an entry that names the role, a vendor's owner by the registration.
  private static let grants: SQL = """
    SELECT coalesce(e.audit_id, e.id), 'the office is told otherwise: ' || e.role
    FROM office_holding e LEFT JOIN audit_entry a ON a.id = e.audit_id
    LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE CASE
      WHEN e.audit_id IS NULL THEN NOT e.at_home OR e.until_day IS NOT NULL OR NOT (
        e.role = 'vendor_owner' AND EXISTS (SELECT FROM app_user u WHERE u.id = e.user_id AND u.vendor_id IS NOT NULL)
        OR EXISTS (
          SELECT FROM audit_entry x WHERE x.subject_id = e.user_id::text AND x.action IN ('user.create', 'user.change')
            AND convert_from(x.leaf, 'UTF8')::jsonb -> 'detail' -> 'roles' ? e.role))
      WHEN e.at_home THEN a.subject_id <> e.user_id::text OR a.action NOT IN ('user.create', 'user.change')
        OR a.at <> e.granted_at OR NOT l.detail -> 'roles' ? e.role
      ELSE a.subject_id <> e.id::text OR a.action <> 'office.grant' OR a.at <> e.granted_at
        OR l.detail ->> 'userId' IS DISTINCT FROM e.user_id::text OR l.detail ->> 'role' IS DISTINCT FROM e.role
        OR l.detail ->> 'unitId' IS DISTINCT FROM e.unit_id::text OR l.detail ->> 'kind' IS DISTINCT FROM e.kind
        OR l.detail ->> 'onBehalfOf' IS DISTINCT FROM e.on_behalf_of::text
        OR (l.detail ->> 'year')::integer IS DISTINCT FROM e.year
      END
      OR l.detail ->> 'from' IS DISTINCT FROM e.from_day::text OR l.detail ->> 'until' IS DISTINCT FROM e.until_day::text
      -- The instants are those of the days, in whichever zone of the country.
      OR (e.from_day IS NULL) <> (e.from_at IS NULL)
      OR e.from_day::timestamp - e.from_at AT TIME ZONE 'UTC' NOT BETWEEN interval '7 hours' AND interval '9 hours'
      OR e.ended_at IS NULL AND ((e.until_day IS NULL) <> (e.until_at IS NULL)
        OR e.until_day::timestamp + interval '1 day' - e.until_at AT TIME ZONE 'UTC'
          NOT BETWEEN interval '7 hours' AND interval '9 hours')
    ORDER BY e.granted_at LIMIT 1
    """

  private static let ends: SQL = """
    SELECT e.end_audit_id, 'the end of the office is told otherwise: ' || e.role
    FROM office_holding e LEFT JOIN audit_entry a ON a.id = e.end_audit_id
    LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE e.ended_at IS NOT NULL AND (a.id IS NULL OR a.at <> e.ended_at OR CASE a.action
      WHEN 'office.end' THEN a.subject_id <> e.id::text OR l.detail ->> 'reason' IS DISTINCT FROM e.end_reason
        OR (l.detail ->> 'until')::timestamptz IS DISTINCT FROM e.until_at
      WHEN 'user.create' THEN true
      ELSE a.subject_id <> e.user_id::text OR a.action <> 'user.change' OR e.until_at IS DISTINCT FROM e.ended_at END)
    ORDER BY e.ended_at LIMIT 1
    """

  private static let missing: SQL = """
    SELECT a.id, 'its office was removed' FROM audit_entry a
    WHERE a.subject_type = 'office' AND NOT EXISTS (
      SELECT FROM office_holding e WHERE a.id IN (e.audit_id, e.end_audit_id))
      AND NOT (a.action = 'office.end' AND EXISTS (SELECT FROM office_holding e WHERE e.id::text = a.subject_id))
    ORDER BY a.at LIMIT 1
    """
}
