import EOrderRules
import Foundation
package import Postgres

/// Officials of the province who share particulars with a vendor, found by their hashes.
package struct SharedParticulars: RowDecodable, Sendable {
  let userID: UUID
  let kinds: [TraceKind]
  /// What was declared to be no conflict.
  let declared: [TraceKind]

  package init(row: inout Row) throws {
    userID = try row.next()
    kinds = try row.next(SQLArray<String>.self).elements.compactMap { TraceKind(rawValue: $0) }
    declared = try row.next(SQLArray<String>.self).elements.compactMap { TraceKind(rawValue: $0) }
  }

  var fact: SharedTraces { SharedTraces(userId: userID.lowercased, kinds: kinds, declared: declared) }

  /// Each official with what is shared; a particular that was declared to be no conflict stands apart.
  /// - Parameter vendor: its id, or a query of it.
  static func select(_ vendor: SQL, on day: Day) -> SQL {
    """
    SELECT x.user_id, coalesce(array_agg(DISTINCT x.kind ORDER BY x.kind) FILTER (WHERE c.id IS NULL), '{}'),
           coalesce(array_agg(DISTINCT x.kind ORDER BY x.kind) FILTER (WHERE c.id IS NOT NULL), '{}')
    FROM vendor_trace t JOIN user_trace x ON x.kind = t.kind AND x.hash = t.hash JOIN app_user u ON u.id = x.user_id
      LEFT JOIN conflict_declaration c ON c.vendor_id = t.vendor_id AND c.user_id = x.user_id AND c.kind = t.kind
        AND c.hash = t.hash AND c.until_on >= \(day)
    WHERE t.vendor_id = \(vendor) AND u.active AND u.vendor_id IS NULL GROUP BY x.user_id ORDER BY x.user_id
    """
  }

  /// Officials whose NIK is that of the vendor's owner or staff (`ASN_VENDOR`).
  static func owners(of vendor: UUID) -> SQL {
    """
    SELECT x.user_id FROM vendor_trace t JOIN user_trace x ON x.kind = t.kind AND x.hash = t.hash
      JOIN app_user u ON u.id = x.user_id
    WHERE t.vendor_id = \(vendor) AND t.kind = 'nik' AND u.active AND u.vendor_id IS NULL
    """
  }
}
