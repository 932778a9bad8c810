import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// The operator invites the first administrator of a province that joins.
package struct FirstAdministrator: Sendable {
  private let email: String
  private let name: String
  private let rulebook: Rulebook
  private let now: Date

  /// - Parameters:
  ///   - email: of the account that is made where the province has no administrator yet.
  ///   - name: of the same account.
  package init(email: String, name: String, under rulebook: Rulebook, at now: Date) {
    self.email = email.lowercased()
    self.name = name
    self.rulebook = rulebook
    self.now = now
  }

  /// Links that were given before stop working, so that this may run again.
  /// - Returns: nil where an administrator has a password already.
  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> Invitation? {
    try await lease.transaction { transaction in
      let known = try await transaction.query(
        """
        SELECT u.id, u.email, u.name, u.password_hash IS NOT NULL FROM app_user u
        WHERE u.active AND EXISTS (
          SELECT FROM office_holding h WHERE h.user_id = u.id AND h.role = 'tenant_admin'
            AND \(HomeOffices.isOpen("h", at: now)))
        ORDER BY u.email FOR UPDATE OF u
        """
      ).rows(as: (UUID, String, String, Bool).self)
      if known.contains(where: \.3) { return nil }
      let id = known.first?.0 ?? UUID.version7(at: now)
      if known.isEmpty { for statement in account(id) { transaction.enqueue(statement) } }
      let invitation = Invitation(
        user: id, email: known.first?.1 ?? email, name: known.first?.2 ?? name, roles: [.tenantAdmin],
        key: nil, at: now)
      transaction.enqueue("UPDATE invitation SET used_at = \(now) WHERE user_id = \(id) AND used_at IS NULL")
      transaction.enqueue(invitation.insertion(at: now))
      transaction.enqueue(
        Author(operatorUnder: rulebook.version, now: now).entry(
          "user.invite", subject: "user", id: id, detail: ["expiresAt": JSONValue(invitation.expiresAt)]
        ).insertion)
      return invitation
    }
  }

  /// No NIP is known of this person, so the address tells it from others.
  private func account(_ id: UUID) -> [SQL] {
    let entry = Author(operatorUnder: rulebook.version, now: now).entry(
      "user.create", subject: "user", id: id, detail: ["roles": ["tenant_admin"]])
    return [
      """
      INSERT INTO app_user (id, email, name, person, created_at)
      VALUES (\(id), \(email), \(name), \(email), \(now))
      """,
      entry.insertion, HomeOffices.grant(id, [.tenantAdmin], audit: entry.id, at: now),
    ]
  }
}
