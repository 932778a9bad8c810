import AuditLog
package import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A signed-in person wants another e-mail address; it is the account's once the link to it was followed.
package struct ChangeEmail: Sendable {
  package static let shape = Shape.component(
    "EmailChange",
    .object([
      .required("email", .text(.email)),
      .required("password", .secret(min: 1, max: PasswordPolicy.maximumBytes), "The caller's own."),
    ]))

  private let email: String
  private let password: String

  package init(body: JSONValue) {
    email = body.string("email").lowercased()
    password = body.string("password")
  }

  /// - Throws: `Refusal.invalid` at `/password` where it is wrong; `Refusal.stepUp`; `Refusal.alreadyRegistered` at
  ///   `/email`; `SignIn.Refusal.throttled`.
  package func callAsFunction(
    _ caller: Caller, hasher: PasswordHasher, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let user = caller.actor.userID
    guard let key = caller.tenant.linkKey else { throw Refusal.wrongState("no_mail") }
    // Without one-time codes the password that comes along is as fresh a proof as any.
    if caller.actor.hasSecondFactor { try caller.checkFreshness() }
    try await Throttle.proofs(of: user).admit(lease, at: caller.now)
    let stored = try await lease.query("SELECT password_hash FROM app_user WHERE id = \(user)")
    guard try await hasher.verify(password, against: try stored.scalar(String.self)) else {
      throw Refusal.invalid([
        FieldError("/password", .notOneOf, detail: ChangePassword.wrong)
      ])
    }
    let proof = EmailProof(of: email, user: user, key: key, at: caller.now)
    let entry = caller.entry(
      "user.change-email", role: caller.actor.roles.min { $0.rawValue < $1.rawValue }, subject: "user",
      id: user,
      detail: [:])
    return try await lease.transaction { transaction in
      let others = try await transaction.query(
        "SELECT id FROM app_user WHERE email = \(email) AND id <> \(user)")
      guard others.count == 0 else {
        throw Refusal.alreadyRegistered([FieldError("/email", .alreadyRegistered)])
      }
      for statement in proof.insertions { transaction.enqueue(statement) }
      transaction.enqueue(entry.insertion)
      return Answer(status: 202, EmailProofSent.json(proof))
    }
  }
}
