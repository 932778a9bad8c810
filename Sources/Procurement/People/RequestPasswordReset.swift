import AuditLog
import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Somebody who lost the password asks for a link that sets a new one.
///
/// The answer is the same for an unknown address, and the link goes to the address alone.
package struct RequestPasswordReset: Sendable {
  package static let shape = Shape.component(
    "PasswordReset", .object([.required("email", .text(max: 320))]))
  package static let answer = Shape.component("PasswordResetAccepted", .object([]))

  private let email: String

  package init(body: JSONValue) { email = body.string("email").lowercased() }

  /// - Parameter address: the socket's address, which asks for a limited number of accounts.
  /// - Throws: `SignIn.Refusal.throttled` for an address that asks too often; an account that is asked for too
  ///   often only gets no more links.
  package func callAsFunction(
    _ visit: Visit, from address: String, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await Throttle.resets(from: address).admit(lease, at: visit.now)
    let mayStore = try await Throttle.resets(of: email).admits(lease, at: visit.now)
    let (link, ends) = (UUID.version7(at: visit.now), visit.now + Invitations.resetLife)
    try await lease.transaction { transaction in
      let found = try await transaction.query(
        "SELECT id FROM app_user WHERE email = \(email) AND active AND \(mayStore)")
      guard let user = try found.scalar(UUID.self), let key = visit.tenant.linkKey else { return }
      let secret = Secret(bytes: key.secret(of: link))
      let entry = Author(user: user, role: .public, rulesVersion: visit.rulebook.version, now: visit.now)
        .entry(
          "user.request-reset", subject: "user", id: user,
          detail: ["expiresAt": JSONValue(ends)])
      transaction.enqueue(
        Invitations.insert(
          secret, id: link, user: user, at: visit.now, life: Invitations.resetLife, isMailOnly: true))
      transaction.enqueue(
        Letter(.passwordReset, to: user, at: email, link: link, until: ends, now: visit.now).insertion)
      transaction.enqueue(entry.insertion)
    }
    return Answer(status: 202, [:])
  }
}
