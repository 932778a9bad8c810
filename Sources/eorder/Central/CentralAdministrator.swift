import AuditLog
import Authentication
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// The account of a central administrator, made or found again, with a link to set its password.
struct CentralAdministrator: Sendable {
  let email: String
  let name: String

  /// Links that were given before stop working.
  /// - Returns: the secret of the new link.
  func invite(_ control: ControlDatabase, at now: Date) async throws -> Authentication.Secret {
    let secret = Authentication.Secret()
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
            secret, id: .version7(at: now), user: id, at: now, life: Invitations.powerfulLife))
        transaction.enqueue(entry(id, at: now).insertion)
      }
    }
    return secret
  }

  private func entry(_ id: UUID, at now: Date) -> AuditEntry {
    AuditEntry(
      at: now, actor: "operator", role: "operator", action: "administrator.invite",
      subjectType: "administrator", subjectID: id.uuidString.lowercased(), detail: [:])
  }
}
