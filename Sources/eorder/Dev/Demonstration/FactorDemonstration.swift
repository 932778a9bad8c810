import AuditLog
import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy
import Web

/// One-time codes of the demonstration's people: on with `--mfa`, with seeds that stand in `demo.json`; otherwise what an
/// earlier start with `--mfa` has turned on is off again.
struct FactorDemonstration: Sendable {
  let services: Services
  let masterKey: MasterKey

  var isOn: Bool { services.asksForSecondFactor }

  /// - Parameter realm: the province's slug, or `central`.
  func seed(of email: String, in realm: String) -> OneTimeSeed {
    OneTimeSeed(bytes: Array(masterKey.derive("demonstration/otp/\(realm)/\(email)").prefix(20)))
  }

  func settle(_ logins: [DemonstrationLogin], in tenant: Tenant) async throws -> [DemonstrationLogin] {
    try await services.tenants.withConnection(tenant) { lease in
      try await settle(logins, realm: tenant.slug, services.secondFactor(of: tenant), lease)
    }
  }

  func settleCentral(_ logins: [DemonstrationLogin]) async throws -> [DemonstrationLogin] {
    try await services.control.withConnection { lease in
      try await settle(logins, realm: "central", services.secondFactor(of: nil), lease)
    }
  }

  private func settle(
    _ logins: [DemonstrationLogin], realm: String, _ factor: SecondFactor,
    _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [DemonstrationLogin] {
    let emails = SQLArray(logins.map(\.email))
    return try await lease.transaction { transaction in
      let rows = try await transaction.query(
        """
        SELECT u.id, u.email, f.seed FROM app_user u
        LEFT JOIN second_factor f ON f.user_id = u.id AND f.confirmed_at IS NOT NULL
        WHERE u.email = ANY (\(emails)) FOR UPDATE OF u
        """
      ).rows(as: (UUID, String, Bytes?).self)
      var seeds: [String: OneTimeSeed] = [:]
      for (user, email, sealed) in rows {
        let (mine, now) = (seed(of: email, in: realm), services.clock.now)
        let isMine = try sealed.map { try factor.key.open($0.bytes, of: user) == mine } ?? false
        if isOn, sealed == nil {
          let entry = entry("user.set-up-second-factor", user, at: now)
          _ = try factor.settle(mine, of: user, after: 0, entry: entry, transaction)
        } else if !isOn, isMine {
          for statement in SecondFactor.removal(of: user) { transaction.enqueue(statement) }
          transaction.enqueue(entry("user.remove-second-factor", user, at: now).insertion)
        }
        if isOn, isMine || sealed == nil { seeds[email] = mine }
      }
      let known = seeds
      return logins.map { login in
        var login = login
        login.otpSecret = known[login.email]?.text
        return login
      }
    }
  }

  private func entry(_ action: String, _ user: UUID, at now: Date) -> AuditEntry {
    AuditEntry(
      at: now, actor: user.lowercased, role: "none", action: action, subjectType: "user",
      subjectID: user.lowercased, detail: [:])
  }
}
