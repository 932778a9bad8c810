package import Postgres

/// Works in a tenant's schema as its owner: what remains where the tenant's own login is fenced off, and the only one
/// who may write what the service may not.
package struct TenantOwner: Sendable {
  private let names: TenantNames

  package init(_ slug: String) { names = TenantNames(slug: slug) }

  /// The operator's connection as the owner, until the work has ended.
  /// - Parameter writing: nothing can be written without it.
  package func withLease<T: Sendable>(
    _ connection: borrowing MigratorConnection, writing: Bool = false,
    _ body: (borrowing MigratorConnection) async throws -> T
  ) async throws -> T {
    try await connection.execute(
      script: """
        SET ROLE \(quotedName(names.owner)); SET search_path = \(quotedName(names.schema)), reference, pg_temp;
        SET default_transaction_read_only = \(writing ? "off" : "on"); SET lock_timeout = '5s'
        """)
    do {
      let value = try await body(connection)
      try await reset(connection)
      return value
    } catch {
      try? await reset(connection)
      throw error
    }
  }

  private func reset(_ connection: borrowing MigratorConnection) async throws {
    try await connection.execute(
      script: "RESET default_transaction_read_only; RESET lock_timeout; RESET search_path; RESET ROLE")
  }
}
