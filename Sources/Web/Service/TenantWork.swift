import Foundation
import Postgres
import Procurement
import Tenancy

/// What time brings in a province, piece by piece in this order; a piece that fails keeps no other waiting.
enum TenantWork: CaseIterable {
  case traces, orders, vendors, year, needs, flags, offerFlags

  /// Does what is due of it; pieces of a province whose migration was held back wait.
  /// - Returns: when it is due next; nil where nothing is known.
  func run(_ tenant: Tenant, _ lease: borrowing TenantConnection, at now: Date) async throws -> Date? {
    switch self {
    case .traces: try await DueTraces(tenant).run(lease)
    case .orders: return try await DueTimers(tenant, at: now).run(lease)
    case .vendors: return try await DueVendorTimers(tenant, at: now).run(lease)
    case .year: return try await YearClose(tenant, at: now).run(lease)
    case .needs: return try await DueNeedTimers(tenant, at: now).run(lease)
    case .flags where tenant.schemaVersion >= DueFlags.schemaVersion:
      try await DueFlags(tenant, at: now).run(lease)
    case .offerFlags where tenant.schemaVersion >= DueOfferFlags.schemaVersion:
      try await DueOfferFlags(tenant, at: now).run(lease)
    case .flags, .offerFlags: break
    }
    return nil
  }
}
