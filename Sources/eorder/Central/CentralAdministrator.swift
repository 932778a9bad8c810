import AuditLog
import Authentication
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// The account of a central administrator, made or found again, with a link to set its password.
struct CentralAdministrator: Sendable {
  let email: String
  let name: String

  /// Links that were given before stop working; the new one goes out by mail too.
  /// - Returns: the secret of the new link.
  func invite(
    _ control: ControlDatabase, key: LinkKey, at now: Date
  ) async throws -> Authentication.Secret {
    let link = UUID.version7(at: now)
    let secret = Authentication.Secret(bytes: key.secret(of: link))
    try await control.withConnection { lease in
      try await lease.transaction { transaction in
        let new = UUID.version7(at: now)
        let results = try await transaction.pipeline([
          """
          INSERT INTO app_user (id, email, name, created_at) VALUES (\(new), \(email), \(name), \(now))
          ON CONFLICT (email) DO NOTHING
          """,
          "SELECT id FROM app_user WHERE email = \(email)",
        ])
        let id = try results[1].scalar(UUID.self) ?? new
        transaction.enqueue(
          "UPDATE invitation SET used_at = \(now) WHERE user_id = \(id) AND used_at IS NULL")
        transaction.enqueue(
          Invitations.insert(
            secret, id: link, user: id, at: now, life: Invitations.powerfulLife))
        let end = now + Invitations.powerfulLife
        transaction.enqueue(
          Letter(.invitation, to: id, at: email, link: link, until: end, now: now).insertion)
        transaction.enqueue(entry("administrator.invite", id, at: now).insertion)
      }
    }
    return secret
  }

  /// - Returns: whether there was something to take away.
  func resetSecondFactor(_ control: ControlDatabase, at now: Date) async throws -> Bool {
    try await control.withConnection { lease in
      try await lease.transaction { transaction in
        let found = try await transaction.query(
          """
          SELECT u.id FROM app_user u JOIN second_factor f ON f.user_id = u.id
          WHERE u.email = \(email) AND f.confirmed_at IS NOT NULL FOR UPDATE
          """)
        guard let id = try found.scalar(UUID.self) else { return false }
        for statement in SecondFactor.removal(of: id) { transaction.enqueue(statement) }
        transaction.enqueue("DELETE FROM session WHERE user_id = \(id)")
        transaction.enqueue(Letter(.secondFactorReset, to: id, at: email, now: now).insertion)
        transaction.enqueue(entry("administrator.reset-second-factor", id, at: now).insertion)
        return true
      }
    }
  }

  private func entry(_ action: String, _ id: UUID, at now: Date) -> AuditEntry {
    AuditEntry(
      at: now, actor: "operator", role: "operator", action: action,
      subjectType: "administrator", subjectID: id.uuidString.lowercased(), detail: [:])
  }
}
