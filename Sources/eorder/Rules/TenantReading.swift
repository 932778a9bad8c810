import Postgres
import Tenancy

/// Something that a command reads from a tenant's schema, suspended or not.
protocol TenantReading: Sendable {
  associatedtype Value: Sendable
  func read(_ tenant: Tenant, _ lease: borrowing some Lease & ~Copyable) async throws -> Value
}

extension Installation {
  /// - Throws: `SettingsError` where there is no such tenant.
  func read<Reading: TenantReading>(_ slug: String, _ reading: Reading) async throws -> Reading.Value {
    let national = try national()
    let control = try control()
    let found = try await control.withConnection { try await Tenant.find(slug, national: national, $0) }
    await control.shutdown()
    guard let tenant = found else { throw SettingsError("There is no tenant \(slug).") }
    // Nobody logs in as a suspended tenant; the operator reads as the owner of its schema.
    if tenant.state == .suspended {
      return try await withMigrator { connection in
        try await TenantOwner(slug).withLease(connection) { try await reading.read(tenant, $0) }
      }
    }
    let tenants = try tenants()
    do {
      let value = try await tenants.withConnection(tenant) { try await reading.read(tenant, $0) }
      await tenants.shutdown()
      return value
    } catch {
      await tenants.shutdown()
      throw error
    }
  }
}
