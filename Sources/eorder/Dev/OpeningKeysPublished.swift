import Foundation
import Postgres
import Tenancy
import Web

/// Waits until the operator has published the keys for which offers are sealed, so that whoever is told that the
/// service is ready can ask for offers.
struct OpeningKeysPublished: Sendable {
  private static let patience = Duration.seconds(10)

  let services: Services

  /// Ends without them too: requests for offers are refused then, and nothing else is.
  func wait() async {
    let deadline = ContinuousClock.now + Self.patience
    for tenant in services.registry.tenants where tenant.state == .active {
      while ContinuousClock.now < deadline, await !isPublished(tenant) {
        try? await Task.sleep(for: .milliseconds(50))
      }
    }
  }

  private func isPublished(_ tenant: Tenant) async -> Bool {
    let found = try? await services.tenants.withConnection(tenant) { lease in
      try await lease.query("SELECT count(*) FROM opening_key").scalar(Int.self)
    }
    return (found ?? nil).map { $0 > 0 } ?? false
  }
}
