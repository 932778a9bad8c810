import Postgres

extension AuditedFacts {
  /// Requests for offers, offers, and what lay under their seals.
  static let offers: [SQL] = [requests, offerEvents, seals, openings, rounds, missingOffers, pastVendors]

  private static let requests: SQL = """
    SELECT e.audit_id, 'the request for offers says otherwise'
    FROM request_for_offers e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.need_id::text OR a.action <> 'need.publish-rfo' OR a.at <> e.published_at
      OR l.detail ->> 'requestId' IS DISTINCT FROM e.id::text
      OR (l.detail ->> 'deadline')::bigint IS DISTINCT FROM (extract(epoch FROM e.deadline) * 1000000)::bigint
      OR jsonb_array_length(l.detail -> 'invited')
        <> (SELECT count(*) FROM request_invitation i WHERE i.request_id = e.id AND l.detail -> 'invited' ? i.vendor_id::text)
    ORDER BY e.published_at LIMIT 1
    """

  private static let offerEvents: SQL = """
    SELECT e.audit_id, 'the offer''s history says otherwise: ' || e.transition
    FROM offer_event e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.offer_id::text OR a.action <> 'offer.' || e.transition OR a.at <> e.at
      OR a.actor <> coalesce(e.user_id::text, 'system') OR a.role <> e.role
      OR l.detail ->> 'to' IS DISTINCT FROM e.to_state OR l.detail ->> 'from' IS DISTINCT FROM e.from_state
      OR l.detail ->> 'reason' IS DISTINCT FROM e.reason
      OR (l.detail ->> 'unitPrice')::bigint IS DISTINCT FROM e.unit_price
    ORDER BY e.at LIMIT 1
    """

  /// The seal is the one that was told when the offer was handed in.
  private static let seals: SQL = """
    SELECT e.audit_id, 'the seal is another than was told'
    FROM offer f JOIN offer_event e ON e.offer_id = f.id AND e.transition = 'submit' \(entry)
    WHERE l.detail ->> 'sha256' IS DISTINCT FROM encode(f.sha256, 'base64')
      OR l.detail ->> 'sealedSha256' IS DISTINCT FROM encode(sha256(f.sealed), 'base64')
      OR l.detail ->> 'vendorId' IS DISTINCT FROM f.vendor_id::text
      OR l.detail ->> 'requestId' IS DISTINCT FROM f.request_id::text
      OR (f.state = 'withdrawn') <> EXISTS (
        SELECT FROM offer_event w WHERE w.offer_id = f.id AND w.transition = 'withdraw')
    ORDER BY e.at LIMIT 1
    """

  private static let openings: SQL = """
    SELECT e.audit_id, 'the offer''s content is another than was told'
    FROM offer_opening e \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.offer_id::text OR a.action NOT IN ('offer.open', 'offer.invalidate')
      OR l.detail ->> 'contentSha256' IS DISTINCT FROM encode(sha256(e.content), 'base64')
      OR l.detail ->> 'reason' IS DISTINCT FROM e.invalid_reason
    ORDER BY e.opened_at LIMIT 1
    """

  /// What a vendor had before the order went to the next is told by the step that moved it.
  private static let pastVendors: SQL = """
    SELECT e.audit_id, 'the order did not go from this vendor to another'
    FROM order_past e LEFT JOIN order_event v ON v.order_id = e.order_id AND v.position = e.position \(entry)
    WHERE a.id IS NULL OR a.subject_id <> e.order_id::text OR a.action <> 'order.reissue'
      OR v.audit_id IS DISTINCT FROM e.audit_id OR e.content ->> 'vendor_id' IS DISTINCT FROM e.vendor_id::text
      OR l.detail ->> 'vendorId' IS NOT DISTINCT FROM e.vendor_id::text
    ORDER BY e.position LIMIT 1
    """

  /// Entries whose fact was removed.
  private static let missingOffers: SQL = """
    SELECT a.id, 'its fact was removed'
    FROM audit_entry a WHERE a.subject_type = 'offer'
      AND NOT EXISTS (SELECT FROM offer_event e WHERE e.audit_id = a.id)
    ORDER BY a.at LIMIT 1
    """

  /// A price that was agreed on is told by the answer of the same moment.
  private static let rounds: SQL = """
    SELECT coalesce(e.audit_id, o.offer_id), 'the round of negotiation says otherwise'
    FROM offer_round o LEFT JOIN offer_event e
      ON e.offer_id = o.offer_id AND e.transition = 'answer-counter' AND e.at = o.answered_at
    WHERE o.answered_at IS NOT NULL AND (e.id IS NULL OR e.unit_price IS DISTINCT FROM o.agreed_price)
    ORDER BY o.asked_at LIMIT 1
    """
}
