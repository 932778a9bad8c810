import Postgres

extension AuditedFacts {
  /// What a decision looked at, what it was and by which rules: the entry tells the hashes of all three.
  static let keptDecisions: SQL = """
    SELECT e.audit_id, 'the decision is told otherwise: ' || e.step
    FROM order_decision e LEFT JOIN decision_rules r ON r.sha256 = e.rules_sha256 \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.order_id::text OR a.action <> 'order.' || e.step OR a.at <> e.at
      OR a.rule_version IS DISTINCT FROM e.rules_version
      OR l.detail -> 'decided' ->> 'facts' IS DISTINCT FROM encode(sha256(convert_to(e.facts, 'UTF8')), 'hex')
      OR l.detail -> 'decided' ->> 'decision' IS DISTINCT FROM encode(sha256(convert_to(e.decision, 'UTF8')), 'hex')
      OR l.detail -> 'decided' ->> 'rules' IS DISTINCT FROM encode(e.rules_sha256, 'hex')
      OR sha256(convert_to(r.content, 'UTF8')) IS DISTINCT FROM e.rules_sha256
    ORDER BY e.at LIMIT 1
    """

  /// What an order shows to be held against it is what was kept last; its amounts follow what was accepted, and what is
  /// held against its payment, or was decided with it, comes with that.
  static let lastDecision: SQL = """
    SELECT d.audit_id, 'the order shows another decision than was kept last'
    FROM purchase_order o, LATERAL (
      SELECT e.audit_id, e.decision FROM order_decision e WHERE e.order_id = o.id ORDER BY e.at DESC, e.id DESC LIMIT 1
    ) d
    WHERE d.decision::jsonb - '{totals,taxes,evidenceForm,violations}'::text[]
        <> o.decision - '{totals,taxes,evidenceForm,violations}'::text[]
      OR jsonb_path_query_array(d.decision::jsonb, '$.violations[*] ? (@.code != "TAX1" && @.code != "REVIEW_REQUIRED")')
        <> jsonb_path_query_array(o.decision, '$.violations[*] ? (@.code != "TAX1" && @.code != "REVIEW_REQUIRED")')
      OR jsonb_path_query_array(o.decision, '$.violations[*] ? (@.code == "REVIEW_REQUIRED").explanation.reasons[*]')
        <> jsonb_path_query_array(d.decision::jsonb,
             '$.violations[*] ? (@.code == "REVIEW_REQUIRED").explanation.reasons[*]')
           || coalesce((
             SELECT jsonb_agg(r.reason ORDER BY v.position, r.number) FROM order_event v,
               jsonb_array_elements(v.detail -> 'reviews') WITH ORDINALITY r(reason, number)
             WHERE v.order_id = o.id AND v.detail ? 'reviews'), '[]')
    ORDER BY o.created_at LIMIT 1
    """

  /// The taxes that were reckoned together with other payments of the day, unless what is due has changed since.
  static let sharedTaxes: SQL = """
    SELECT t.audit_id, 'the order has other taxes than were told with its payment'
    FROM purchase_order o, LATERAL (
      SELECT e.audit_id, e.position, (e.detail ->> 'withheld')::bigint AS withheld,
             (e.detail ->> 'vatCollected')::bigint AS collected
      FROM order_event e WHERE e.order_id = o.id AND e.detail ? 'withheld' ORDER BY e.position DESC LIMIT 1
    ) t
    WHERE (o.withheld, o.vat_collected) IS DISTINCT FROM (t.withheld, t.collected) AND NOT EXISTS (
      SELECT FROM order_event x
      WHERE x.order_id = o.id AND x.position > t.position AND x.transition IN ('inspect-ok', 'close-dispute'))
    ORDER BY o.created_at LIMIT 1
    """

  /// Who made a change of the rules, who approved it, and what it says.
  static let ruleDrafts: SQL = """
    SELECT e.audit_id, 'the history of the rules'' draft says otherwise: ' || e.transition
    FROM rule_draft_event e JOIN rule_draft d ON d.id = e.draft_id \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.draft_id::text OR a.action <> 'rules.' || e.transition OR a.at <> e.at
      OR a.actor <> coalesce(e.user_id::text, 'system') OR a.role <> e.role
      OR l.detail ->> 'to' IS DISTINCT FROM e.to_state OR l.detail ->> 'from' IS DISTINCT FROM e.from_state
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason
      OR l.detail ->> 'settings' IS DISTINCT FROM encode(sha256(d.settings), 'hex')
      OR (e.transition = 'create' AND e.user_id IS DISTINCT FROM d.author_id)
      OR (e.transition = 'approve' AND e.user_id IS DISTINCT FROM d.approver_id)
    ORDER BY e.at LIMIT 1
    """
}
