import AuditLog
package import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A signed-in person changes the password; every other session of the person ends.
package struct ChangePassword: Sendable {
  package static let shape = Shape.component(
    "PasswordChange",
    .object([
      .required("current", .secret(min: 1, max: PasswordPolicy.maximumBytes)),
      .required("password", .secret(min: 1, max: PasswordPolicy.maximumBytes)),
    ]))

  private let current: String
  private let password: String

  package init(body: JSONValue) {
    current = body.string("current")
    password = body.string("password")
  }

  /// - Throws: `Refusal.invalid` at `/current` where it is not the password, and at `/password`.
  package func callAsFunction(
    _ caller: Caller, policy: PasswordPolicy, hasher: PasswordHasher,
    _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let actor = caller.actor
    let words = [actor.email, actor.name] + caller.visit.placeNames
    if let refusal = policy.refusal(of: password, roles: actor.roles, context: words, pointer: "/password") {
      throw Refusal.invalid([refusal])
    }
    let stored = try await lease.query("SELECT password_hash FROM app_user WHERE id = \(actor.userID)")
    guard try await hasher.verify(current, against: try stored.scalar(String.self)) else {
      throw Refusal.invalid([FieldError("/current", .notOneOf, detail: Self.wrong)])
    }
    let hash = try await hasher.hash(password)
    let entry = caller.entry(
      "user.change-password", role: actor.roles.min { $0.rawValue < $1.rawValue }, subject: "user",
      id: actor.userID,
      detail: [:])
    return try await lease.transaction { transaction in
      transaction.enqueue(
        "UPDATE app_user SET password_hash = \(hash), version = version + 1 WHERE id = \(actor.userID)")
      transaction.enqueue(PasswordTerm.begin(of: actor.userID, at: caller.now))
      transaction.enqueue("DELETE FROM session WHERE user_id = \(actor.userID) AND id <> \(actor.sessionID)")
      transaction.enqueue(
        Letter(.passwordChanged, to: actor.userID, at: actor.email, now: caller.now).insertion)
      transaction.enqueue(entry.insertion)
      return Answer(status: 204)
    }
  }

  static let wrong = Bilingual(
    id: "Kata sandi sekarang tidak cocok.", en: "This is not the current password.")
}
