import Postgres

/// What the tables of facts say, compared with the entries that tell of it: who, when, what, why, how much, under
/// which rules. Each statement gives the first entry that does not hold, and why.
enum AuditedFacts {
  static let all =
    [
      orders, orderOrder, overlays, ratings, vendors, products, needs, ledger, ledgerSums, decisions,
      payments, parts, partStates, partPayments, disputeEntries, keptDecisions, lastDecision, sharedTaxes,
      ruleDrafts,
      sanctions, checkedPapers, sanctionCases, flags, flagStates, missing,
    ] + OfficeFacts.all + BudgetFacts.all + HolidayFacts.all + PictureFacts.all + ConflictFacts.all
    + DebitAccountFacts.all + SecondFactorFacts.all + TaxReceiptFacts.all + KBLIRequestFacts.all
    + BreakGlassFacts.all

  /// The entry of a fact, read; all columns are null where it is not there.
  static let entry: SQL = """
    LEFT JOIN audit_entry a ON a.id = e.audit_id
    LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    """

  private static let orders: SQL = """
    SELECT e.audit_id, 'the order''s history says otherwise: ' || e.transition
    FROM order_event e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.order_id::text OR a.action <> 'order.' || e.transition OR a.at <> e.at
      OR a.actor <> coalesce(e.user_id::text, 'system') OR a.role <> e.role
      OR l.detail ->> 'to' IS DISTINCT FROM e.to_state OR l.detail ->> 'from' IS DISTINCT FROM e.from_state
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason OR NOT l.detail @> coalesce(e.detail, '{}')
    ORDER BY e.at LIMIT 1
    """

  /// Each event goes on where the one before has ended, without a gap, up to the order's state.
  private static let orderOrder: SQL = """
    SELECT x.audit_id, 'the order''s history has another order or an end that is not its state' FROM (
      SELECT e.audit_id, e.at, e.position, e.from_state, e.to_state, o.state,
             row_number() OVER steps AS place, lag(e.to_state) OVER steps AS before,
             lead(e.id) OVER steps IS NULL AS is_last
      FROM order_event e JOIN purchase_order o ON o.id = e.order_id
      WINDOW steps AS (PARTITION BY e.order_id ORDER BY e.position)
    ) x
    WHERE x.position <> x.place - 1 OR x.before IS DISTINCT FROM x.from_state
      OR (x.is_last AND x.to_state <> x.state)
    ORDER BY x.at LIMIT 1
    """

  private static let overlays: SQL = """
    SELECT e.audit_id, 'what lies over the order is told otherwise: ' || e.kind
    FROM order_overlay e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.order_id::text OR a.at <> e.at OR a.actor <> e.user_id::text
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason
    ORDER BY e.at LIMIT 1
    """

  private static let ratings: SQL = """
    SELECT e.audit_id, 'the rating is told otherwise'
    FROM order_rating e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.order_id::text OR a.at <> e.at OR a.actor <> e.user_id::text
      OR (l.detail ->> 'stars')::integer IS DISTINCT FROM e.stars
    ORDER BY e.at LIMIT 1
    """

  private static let vendors: SQL = """
    SELECT e.audit_id, 'the vendor''s history says otherwise: ' || e.transition
    FROM vendor_event e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.vendor_id::text OR a.action <> 'vendor.' || e.transition OR a.at <> e.at
      OR a.actor <> coalesce(e.user_id::text, CASE WHEN a.actor IN ('operator', 'system') THEN a.actor END, '')
      OR l.detail ->> 'to' IS DISTINCT FROM e.to_state OR l.detail ->> 'from' IS DISTINCT FROM e.from_state
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason
    ORDER BY e.at LIMIT 1
    """

  private static let products: SQL = """
    SELECT e.audit_id, 'the product''s history says otherwise: ' || e.transition
    FROM product_event e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.product_id::text OR a.action <> 'product.' || e.transition OR a.at <> e.at
      OR a.actor <> coalesce(e.user_id::text, CASE WHEN a.actor IN ('operator', 'system') THEN a.actor END, '')
      OR l.detail ->> 'to' IS DISTINCT FROM e.to_state OR l.detail ->> 'from' IS DISTINCT FROM e.from_state
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason OR (l.detail ->> 'price')::bigint IS DISTINCT FROM e.price
    ORDER BY e.at LIMIT 1
    """

  private static let sanctions: SQL = """
    SELECT e.audit_id, 'the sanction is told otherwise'
    FROM vendor_sanction e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.vendor_id::text OR a.at <> e.at
      OR a.action <> CASE e.kind WHEN 'suspension' THEN 'vendor.suspend' ELSE 'vendor.blacklist' END
      OR l.detail ->> 'decree' IS DISTINCT FROM e.decree
      OR l.detail ->> 'until' IS DISTINCT FROM to_char(e.until_on, 'YYYY-MM-DD')
    ORDER BY e.at LIMIT 1
    """

  private static let checkedPapers: SQL = """
    SELECT e.audit_id, 'the paper was not looked at as it says'
    FROM vendor_document_check e JOIN vendor_document d ON d.id = e.document_id \(entry)
    WHERE a.id IS NULL OR a.subject_id <> d.vendor_id::text OR a.at <> e.at OR a.actor <> e.user_id::text
      OR a.action NOT IN ('vendor.verify', 'vendor.reinstate', 'vendor.accept-document')
    ORDER BY e.at LIMIT 1
    """

  private static let sanctionCases: SQL = """
    SELECT e.audit_id, 'the case of sanction says otherwise: ' || e.transition
    FROM sanction_case_event e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.case_id::text OR a.action <> 'sanction-case.' || e.transition
      OR a.at <> e.at OR a.actor <> e.user_id::text OR l.detail ->> 'to' IS DISTINCT FROM e.to_state
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason
    ORDER BY e.at LIMIT 1
    """

  private static let needs: SQL = """
    SELECT e.audit_id, 'the need''s history says otherwise: ' || e.transition
    FROM need_event e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.need_id::text OR a.action <> 'need.' || e.transition OR a.at <> e.at
      OR a.actor <> coalesce(e.user_id::text, 'system') OR a.role <> e.role
      OR l.detail ->> 'to' IS DISTINCT FROM e.to_state OR l.detail ->> 'from' IS DISTINCT FROM e.from_state
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason
    ORDER BY e.at LIMIT 1
    """

  private static let ledger: SQL = """
    SELECT e.audit_id, 'the budget ledger says otherwise: ' || e.transition
    FROM budget_entry e LEFT JOIN purchase_order o ON o.id = e.order_id \(entry)
    WHERE a.id IS NULL OR a.subject_id IS DISTINCT FROM e.order_id::text OR a.action <> 'order.' || e.transition
      OR a.at <> e.at OR o.budget_line_id IS DISTINCT FROM e.budget_line_id
      OR (l.detail -> 'budget' ->> 'reserved')::bigint IS DISTINCT FROM e.reserved
      OR (l.detail -> 'budget' ->> 'committed')::bigint IS DISTINCT FROM e.committed
      OR (l.detail -> 'budget' ->> 'realised')::bigint IS DISTINCT FROM e.realised
    ORDER BY e.at LIMIT 1
    """

  private static let ledgerSums: SQL = """
    SELECT coalesce(s.audit_id, b.id), 'the budget line ' || b.code || ' is not the sum of its ledger'
    FROM budget_line b LEFT JOIN (
      SELECT budget_line_id, sum(reserved) AS reserved, sum(committed) AS committed, sum(realised) AS realised,
             (array_agg(audit_id ORDER BY at DESC))[1] AS audit_id
      FROM budget_entry GROUP BY budget_line_id
    ) s ON s.budget_line_id = b.id
    WHERE b.reserved <> coalesce(s.reserved, 0) OR b.committed <> coalesce(s.committed, 0)
      OR b.realised <> coalesce(s.realised, 0)
    ORDER BY b.code LIMIT 1
    """

  /// The rules that an order names are those of the last step that decided it, its value the last that was told; an
  /// amendment is decided by the rules of the order's own day.
  private static let decisions: SQL = """
    SELECT coalesce(d.id, g.id, o.id), 'the order has other rules or another value than its last decision'
    FROM purchase_order o
    LEFT JOIN LATERAL (
      SELECT a.id, a.rule_version FROM audit_entry a LEFT JOIN order_event e ON e.audit_id = a.id AND e.order_id = o.id
      WHERE a.subject_id = o.id::text AND a.action IN (
        'order.create', 'order.edit', 'order.submit', 'order.issue', 'order.reissue')
      ORDER BY a.at DESC, e.position DESC NULLS LAST LIMIT 1
    ) d ON true
    LEFT JOIN LATERAL (
      SELECT a.id, l.gross FROM audit_entry a LEFT JOIN order_event e ON e.audit_id = a.id AND e.order_id = o.id,
        LATERAL (SELECT (convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ->> 'gross')::bigint AS gross) l
      WHERE a.subject_id = o.id::text AND a.subject_type = 'order' AND l.gross IS NOT NULL
      ORDER BY a.at DESC, e.position DESC NULLS LAST LIMIT 1
    ) g ON true
    WHERE o.gross IS DISTINCT FROM g.gross
      OR (o.rules_version IS DISTINCT FROM d.rule_version AND NOT EXISTS (
        SELECT FROM audit_entry a WHERE a.subject_id = o.id::text AND a.action = 'order.answer-amendment'))
    ORDER BY o.created_at LIMIT 1
    """

  private static let payments: SQL = """
    SELECT e.audit_id, 'the order has another payment than was told'
    FROM purchase_order o JOIN order_event e ON e.order_id = o.id AND e.transition = 'confirm-paid'
      AND e.to_state = 'paid' \(entry)
    WHERE (l.detail ->> 'amount')::bigint IS DISTINCT FROM o.paid_amount
      OR l.detail ->> 'reference' IS DISTINCT FROM o.payment_reference
    ORDER BY e.at LIMIT 1
    """

  /// What was handed over as a part, at what was found due of it last, and its penalty.
  private static let parts: SQL = """
    SELECT e.audit_id, 'a part of the order was told otherwise'
    FROM order_part e \(entry)
    LEFT JOIN LATERAL (
      SELECT (v.detail -> 'partsGross' ->> e.position::text)::bigint AS gross FROM order_event v
      WHERE v.order_id = e.order_id AND v.detail -> 'partsGross' ? e.position::text ORDER BY v.position DESC LIMIT 1
    ) s ON true
    WHERE a.id IS NULL OR a.subject_id <> e.order_id::text OR a.at <> e.handed_over_at
      OR (l.detail ->> 'part')::integer IS DISTINCT FROM e.position
      OR coalesce(s.gross, (l.detail ->> 'partGross')::bigint) IS DISTINCT FROM e.gross
      OR (l.detail ->> 'partPenalty')::bigint IS DISTINCT FROM e.penalty
    ORDER BY e.handed_over_at LIMIT 1
    """

  /// A part stands where its last step has left it.
  private static let partStates: SQL = """
    SELECT coalesce(v.audit_id, p.audit_id), 'a part of the order stands elsewhere than its last step has left it'
    FROM order_part p LEFT JOIN LATERAL (
      SELECT e.audit_id, e.detail ->> 'partState' AS state FROM order_event e
      WHERE e.order_id = p.order_id AND (e.detail ->> 'part')::integer = p.position
      ORDER BY e.position DESC LIMIT 1
    ) v ON true
    WHERE v.state IS DISTINCT FROM p.state ORDER BY p.handed_over_at LIMIT 1
    """

  private static let partPayments: SQL = """
    SELECT e.audit_id, 'a part of the order has another payment than was told'
    FROM order_part p JOIN order_event e ON e.order_id = p.order_id AND e.transition = 'confirm-paid'
      AND (e.detail ->> 'part')::integer = p.position \(entry)
    WHERE (l.detail ->> 'amount')::bigint IS DISTINCT FROM p.paid_amount
      OR (l.detail ->> 'penalty')::bigint IS DISTINCT FROM p.paid_penalty
      OR l.detail ->> 'reference' IS DISTINCT FROM p.payment_reference
    ORDER BY e.at LIMIT 1
    """

  private static let disputeEntries: SQL = """
    SELECT e.audit_id, 'what was said in a dispute is told otherwise'
    FROM dispute_entry e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.order_id::text OR a.at <> e.at OR a.actor <> e.user_id::text
      OR l.detail ->> 'text' IS DISTINCT FROM e.body OR l.detail ->> 'kind' IS DISTINCT FROM e.kind
      OR (l.detail ->> 'amount')::bigint IS DISTINCT FROM e.amount
    ORDER BY e.at LIMIT 1
    """

  /// Entries whose fact was removed.
  private static let missing: SQL = """
    SELECT a.id, 'its fact was removed'
    FROM audit_entry a,
      LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l
    WHERE a.subject_type IN ('order', 'vendor', 'product', 'need', 'flag', 'rule_draft') AND (
        (l.detail ? 'to' AND a.subject_type = 'order'
          AND NOT EXISTS (SELECT FROM order_event e WHERE e.audit_id = a.id))
        OR (l.detail ? 'to' AND a.subject_type = 'vendor'
          AND NOT EXISTS (SELECT FROM vendor_event e WHERE e.audit_id = a.id))
        OR (l.detail ? 'to' AND a.subject_type = 'rule_draft'
          AND NOT EXISTS (SELECT FROM rule_draft_event e WHERE e.audit_id = a.id))
        OR (l.detail ? 'decided' AND NOT EXISTS (SELECT FROM order_decision e WHERE e.audit_id = a.id))
        OR (l.detail ? 'to' AND a.subject_type = 'need'
          AND NOT EXISTS (SELECT FROM need_event e WHERE e.audit_id = a.id))
        OR (l.detail ? 'to' AND a.subject_type = 'flag'
          AND NOT EXISTS (SELECT FROM flag_event e WHERE e.audit_id = a.id))
        OR (l.detail ? 'to' AND a.subject_type = 'product'
          AND NOT EXISTS (SELECT FROM product_event e WHERE e.audit_id = a.id))
        OR (l.detail ? 'partGross' AND NOT EXISTS (SELECT FROM order_part p WHERE p.audit_id = a.id))
        OR (a.action = 'order.dispute-entry'
          AND NOT EXISTS (SELECT FROM dispute_entry d WHERE d.audit_id = a.id))
        OR ((l.detail -> 'budget' ->> 'reserved')::bigint <> 0 OR (l.detail -> 'budget' ->> 'committed')::bigint <> 0
            OR (l.detail -> 'budget' ->> 'realised')::bigint <> 0)
          AND NOT EXISTS (SELECT FROM budget_entry b WHERE b.audit_id = a.id))
    ORDER BY a.at LIMIT 1
    """
}
