import Postgres

extension AuditedFacts {
  static let flags: SQL = """
    SELECT e.audit_id, 'the flag''s history says otherwise: ' || e.transition
    FROM flag_event e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.flag_id::text OR a.action <> 'flag.' || e.transition OR a.at <> e.at
      OR a.actor <> coalesce(e.user_id::text, 'system') OR a.role <> e.role
      OR l.detail ->> 'to' IS DISTINCT FROM e.to_state OR l.detail ->> 'from' IS DISTINCT FROM e.from_state
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason
      OR l.detail ->> 'reasonCode' IS DISTINCT FROM e.reason_code
    ORDER BY e.at LIMIT 1
    """

  /// A flag is in the state in which its history ends, and says what was told last of it.
  static let flagStates: SQL = """
    SELECT coalesce(d.id, s.audit_id, f.id), 'the flag is not what its history says'
    FROM flag f
    LEFT JOIN LATERAL (
      SELECT e.audit_id, e.to_state, e.position FROM flag_event e WHERE e.flag_id = f.id
      ORDER BY e.position DESC LIMIT 1
    ) s ON true
    LEFT JOIN LATERAL (
      SELECT a.id, a.rule_version, convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS told
      FROM flag_event e JOIN audit_entry a ON a.id = e.audit_id
      WHERE e.flag_id = f.id AND e.transition IN ('raise', 'renew') ORDER BY e.position DESC LIMIT 1
    ) d ON true
    LEFT JOIN LATERAL (
      SELECT e.reason FROM flag_event e WHERE e.flag_id = f.id AND e.transition = 'justify'
      ORDER BY e.position DESC LIMIT 1
    ) j ON true
    WHERE s.to_state IS DISTINCT FROM f.state
      OR s.position + 1 <> (SELECT count(*) FROM flag_event e WHERE e.flag_id = f.id)
      OR d.told -> 'explanation' IS DISTINCT FROM f.explanation OR d.told ->> 'code' IS DISTINCT FROM f.code
      OR d.told ->> 'severity' IS DISTINCT FROM f.severity OR d.rule_version IS DISTINCT FROM f.rules_version
      OR d.told ->> 'orderId' IS DISTINCT FROM f.order_id::text
      OR d.told ->> 'unitId' IS DISTINCT FROM f.unit_id::text
      OR j.reason IS DISTINCT FROM f.justification
    ORDER BY f.raised_at LIMIT 1
    """
}
