import Postgres

/// Pictures of products, compared with the entries that tell of them.
enum PictureFacts {
  static let all = [added, removed]

  private static let added: SQL = """
    SELECT e.audit_id, 'the picture was not added as it says'
    FROM product_picture e \(AuditedFacts.entry)
    WHERE a.id IS NULL OR a.subject_id <> e.product_id::text OR a.action <> 'product.add-picture' OR a.at <> e.at
      OR a.actor <> e.user_id::text OR l.detail ->> 'sha256' IS DISTINCT FROM encode(e.sha256, 'hex')
      OR l.detail ->> 'alt' IS DISTINCT FROM e.alt
    ORDER BY e.at LIMIT 1
    """

  private static let removed: SQL = """
    SELECT e.removal_audit_id, 'the picture was not removed as it says'
    FROM product_picture e LEFT JOIN audit_entry a ON a.id = e.removal_audit_id
      LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE e.removed_at IS NOT NULL AND (a.id IS NULL OR a.subject_id <> e.product_id::text OR a.at <> e.removed_at
      OR a.action <> 'product.remove-picture' OR l.detail ->> 'picture' IS DISTINCT FROM e.id::text)
    ORDER BY e.removed_at LIMIT 1
    """
}
