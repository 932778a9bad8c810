import Postgres
import Tenancy

extension TenantDatabase {
  private static let tries = 10

  /// As `withConnection`; what the server cancelled on a machine that was too busy has left nothing behind and is done
  /// again, so that a year of an hour does not end by one slow minute.
  func patiently<T: Sendable>(
    _ tenant: Tenant, _ body: (borrowing TenantConnection) async throws -> T
  ) async throws -> T {
    for _ in 1..<Self.tries {
      do { return try await withConnection(tenant, body) } catch let error as PostgresError
        where error.sqlState == SQLState.queryCanceled || error.sqlState == SQLState.lockNotAvailable
      {
        try await Task.sleep(for: .seconds(1))
      }
    }
    return try await withConnection(tenant, body)
  }
}
