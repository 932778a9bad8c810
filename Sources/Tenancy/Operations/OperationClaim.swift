import Foundation
import Postgres

/// One operation that this session carries out and no other, for as long as the session lives.
struct OperationClaim: RowDecodable {
  let id: UUID
  let kind: OperationKind
  let tenant: String?
  let payload: [UInt8]

  init(row: inout Row) throws {
    id = try row.next()
    kind = OperationKind(rawValue: try row.next()) ?? .migrate
    tenant = try row.next(String?.self)
    payload = try row.next(Bytes.self).bytes
  }

  /// Claims the oldest operation that waits or whose carrier has died.
  /// - Parameter last: only operations of this one's tenant, as they come before it or are it.
  /// - Returns: nil where there is none.
  static func next(
    _ kinds: [OperationKind], before last: UUID? = nil, _ connection: borrowing MigratorConnection
  ) async throws -> OperationClaim? {
    let open = try await connection.query(candidates(kinds, last)).column(UUID.self)
    for id in open {
      if let claim = try await claim(id, connection) { return claim }
    }
    return nil
  }

  /// A tenant is built or migrated by one at a time; `lease_until` is what an earlier release went by.
  private static func candidates(_ kinds: [OperationKind], _ last: UUID?) -> SQL {
    """
    SELECT o.id FROM operation o
    WHERE o.state IN ('waiting', 'running') AND o.kind = ANY (\(SQLArray(kinds.map(\.rawValue))))
      AND (o.lease_until IS NULL OR o.lease_until < \(Date()))
      AND (\(last) IS NULL OR o.id = \(last)
        OR o.tenant_slug = (SELECT tenant_slug FROM operation WHERE id = \(last)))
      AND NOT EXISTS (
        SELECT FROM operation r
        WHERE r.tenant_slug = o.tenant_slug AND r.state = 'running' AND r.id <> o.id
          AND (r.kind IN ('suspend', 'resume')) = (o.kind IN ('suspend', 'resume')))
    ORDER BY o.created_at, o.id LIMIT 50
    """
  }

  private static func claim(
    _ id: UUID, _ connection: borrowing MigratorConnection
  ) async throws -> OperationClaim? {
    let lock = try await connection.query("SELECT pg_try_advisory_lock(\(key(id)))").scalar(Bool.self)
    guard lock == true else { return nil }
    do {
      let claimed = try await connection.transaction { transaction in
        try await transaction.query(
          """
          UPDATE operation SET state = 'running', lease_until = NULL
          WHERE id = \(id) AND state IN ('waiting', 'running') RETURNING id, kind, tenant_slug, payload
          """
        ).first(OperationClaim.self)
      }
      if let claimed { return claimed }
    } catch let error as PostgresError where error.sqlState == SQLState.uniqueViolation {
      // Another operation of the tenant was begun a moment before.
    }
    try await release(id, connection)
    return nil
  }

  func release(_ connection: borrowing MigratorConnection) async throws {
    try await Self.release(id, connection)
  }

  private static func release(_ id: UUID, _ connection: borrowing MigratorConnection) async throws {
    _ = try await connection.query("SELECT pg_advisory_unlock(\(key(id)))")
  }

  private static func key(_ id: UUID) -> SQL { "hashtextextended('operation/' || \(id)::text, 0)" }
}
