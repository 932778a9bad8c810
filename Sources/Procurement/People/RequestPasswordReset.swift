import AuditLog
package import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
package import Tenancy

/// Somebody who lost the password asks for a link that sets a new one.
///
/// The answer is the same for an unknown address, and the link goes to the address alone.
package struct RequestPasswordReset: Sendable {
  package static let shape = Shape.component(
    "PasswordReset", .object([.required("email", .text(max: 320))]))
  package static let answer = Shape.component("PasswordResetAccepted", .object([]))

  private let email: String
  private let realm: SignIn.Realm

  /// - Parameter realm: whose account it is: in the control schema everybody is a central administrator.
  package init(body: JSONValue, realm: SignIn.Realm = .tenant) {
    email = body.string("email").lowercased()
    self.realm = realm
  }

  /// - Parameters:
  ///   - address: the socket's address, which asks for a limited number of accounts.
  ///   - write: the same key sends one letter, and its record holds nothing of the link.
  /// - Throws: `SignIn.Refusal.throttled` for an address that asks too often; an account that is asked for too
  ///   often only gets no more links.
  package func callAsFunction(
    at now: Date, key: LinkKey?, rulesVersion: String?, from address: String, _ write: Write,
    _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    if let replay = try await write.replay(lease) { return replay }
    try await Throttle.resets(from: address).admit(lease, at: now)
    let mayStore = try await Throttle.resets(of: email).admits(lease, at: now)
    let (link, ends) = (UUID.version7(at: now), now + Invitations.resetLife)
    let account: SQL = "SELECT id FROM app_user WHERE email = \(email) AND active AND \(mayStore)"
    return try await write(lease, reading: [account]) { transaction, results in
      let accepted = Answer(status: 202, [:])
      guard let user = try results[0].scalar(UUID.self), let key else { return accepted }
      let secret = Secret(bytes: key.secret(of: link))
      let entry = AuditEntry(
        at: now, actor: user.lowercased, role: Role.public.rawValue, action: "user.request-reset",
        subjectType: "user", subjectID: user.lowercased, ruleVersion: rulesVersion,
        detail: ["expiresAt": JSONValue(ends)])
      transaction.enqueue(
        Invitations.insert(
          secret, id: link, user: user, at: now, life: Invitations.resetLife, isMailOnly: realm == .tenant))
      transaction.enqueue(
        Letter(.passwordReset, to: user, at: email, link: link, until: ends, now: now).insertion)
      transaction.enqueue(entry.insertion)
      return accepted
    }
  }
}
