import AuditLog
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// A new link for somebody who has not set a password yet: whoever has one asks for a new one in person, or an
/// administrator could sign in as anybody. Links that were given before stop working.
///
/// The answer holds a secret, so the request takes no idempotency key.
package struct InviteUser: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`; `Refusal.wrongState` for an account that is not active or has a password.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: [UserRow.selectForUpdate(id, at: caller.now)]) { transaction, results in
      guard let user = try results[0].first(UserRow.self), user.isKept(by: caller.actor) else {
        throw Refusal.notFound
      }
      guard user.isActive else { throw Refusal.wrongState("inactive") }
      if user.hasPassword { throw Refusal.wrongState("has_password") }
      let invitation = Invitation(
        user: id, email: user.email, name: user.name, roles: user.roles, key: caller.tenant.linkKey,
        at: caller.now)
      let entry = caller.author([.tenantAdmin, .vendorOwner]).entry(
        "user.invite", subject: "user", id: id, detail: ["expiresAt": JSONValue(invitation.expiresAt)])
      transaction.enqueue(
        "UPDATE invitation SET used_at = \(caller.now) WHERE user_id = \(id) AND used_at IS NULL")
      transaction.enqueue(invitation.insertion(at: caller.now))
      if let letter = invitation.letter(at: caller.now) { transaction.enqueue(letter.insertion) }
      transaction.enqueue(entry.insertion)
      return Answer(status: 201, invitation.json)
    }
  }
}
