package import Logging
package import Postgres

/// Leases on the control schema.
package struct ControlDatabase: Sendable {
  private static let role = PoolKey(role: "eorder_control", epoch: 0)
  private static let connections = 6

  private let pool: Pool
  package let target: ConnectionTarget

  /// - Parameter target: the configured database, as the role `eorder_control`.
  package init(_ target: ConnectionTarget, logger: Logger) {
    self.target = target
    pool = Pool(limits: .init(budget: Self.connections, share: Self.connections), logger: logger) { _ in
      target
    }
  }

  package func withConnection<T: Sendable>(
    _ body: (borrowing ControlConnection) async throws -> T
  ) async throws -> T {
    try await pool.withControlConnection(Self.role, body)
  }

  /// Open, idle and waiting now.
  package var gauge: (open: Int, idle: Int, waiting: Int) { pool.gauge }

  package func run() async throws { try await pool.run() }
  package func shutdown() async { await pool.shutdown() }
}

/// Leases on tenants' schemas: the connection is the tenant.
package struct TenantDatabase: Sendable {
  package let pool: Pool

  /// - Parameters:
  ///   - server: the configured database; user and password are replaced by the tenant's.
  ///   - budget: connections of the process, shared by all tenants.
  package init(_ server: ConnectionTarget, masterKey: MasterKey, budget: Int, logger: Logger) {
    let share = max(2, budget / 3)
    pool = Pool(limits: .init(budget: budget, share: share), logger: logger) { key in
      server.login(
        role: key.role, password: masterKey.password(role: key.role, epoch: key.epoch), schema: key.role)
    }
  }

  /// Lends a connection that is logged in as the tenant and can see nothing of any other.
  package func withConnection<T: Sendable>(
    _ tenant: Tenant, _ body: (borrowing TenantConnection) async throws -> T
  ) async throws -> T {
    try await pool.withTenantConnection(PoolKey(role: tenant.role, epoch: tenant.epoch), body)
  }

  package func run() async throws { try await pool.run() }
  package func shutdown() async { await pool.shutdown() }
}
