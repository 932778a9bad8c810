import EOrderRules
package import Foundation
package import Postgres
package import Tenancy

/// How long a password holds where the province has chosen the profile of BSSN 4/2021.
package struct PasswordTerm: Sendable {
  private let days: Int
  private let now: Date

  /// Nil where passwords do not end.
  package init?(_ tenant: Tenant, at now: Date) {
    guard let rules = tenant.rulebook.passwordRules(on: tenant.today(now)) else { return nil }
    days = rules.validDays
    self.now = now
  }

  /// Asked once the password is known to be right.
  /// - Throws: 409 `password_expired` where a new one has to be set.
  package func check(_ email: String, _ lease: borrowing some Lease & ~Copyable) async throws {
    let earliest = now - TimeInterval(days * 86_400)
    let expired = try await lease.query(
      """
      SELECT 1 FROM app_user WHERE email = \(email) AND active
        AND coalesce(password_set_at, created_at) < \(earliest)
      """)
    if expired.count > 0 { throw Refusal.conflict(code: "password_expired", pointer: nil) }
  }

  /// The moment from which it counts.
  static func begin(of user: UUID, at now: Date) -> SQL {
    "UPDATE app_user SET password_set_at = \(now) WHERE id = \(user)"
  }
}
