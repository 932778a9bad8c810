import AuditLog
import Crypto
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// Turns an e-mail address and a password into a session, and slows down whoever guesses.
package struct SignIn: Sendable {
  /// Whose people sign in: a tenant's, or the central administrators.
  package enum Realm: Sendable {
    case tenant
    case central
  }

  package struct Attempt: Sendable {
    package let email: String
    package let password: String
    /// The socket's address, never a header's.
    package let address: String
    package let userAgent: String?

    package init(email: String, password: String, address: String, userAgent: String?) {
      self.email = email.lowercased()
      self.password = password
      self.address = address
      self.userAgent = userAgent
    }
  }

  package struct Session: Sendable {
    package let token: Secret
    package let expiresAt: Date
    package let actor: Actor
  }

  package enum Refusal: Error, Sendable {
    /// The same for an unknown account and for a wrong password.
    case badCredentials
    case throttled(retryAfter: Int)
  }

  private let hasher: PasswordHasher
  private let realm: Realm

  package init(hasher: PasswordHasher, realm: Realm) {
    self.hasher = hasher
    self.realm = realm
  }

  /// - Throws: `Refusal`, `PasswordHasher.Busy`, `PostgresError`.
  package func callAsFunction(
    _ attempt: Attempt, _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> Session {
    let throttle = SignInThrottle(email: attempt.email, address: attempt.address)
    let results = try await lease.pipeline([throttle.blocks(at: now), account(attempt.email)])
    if let wait = try throttle.retryAfter(results[0], at: now) { throw Refusal.throttled(retryAfter: wait) }
    let account = try results[1].first(as: (UUID, String?).self)
    guard try await hasher.verify(attempt.password, against: account?.1), let (user, _) = account else {
      try await lease.transaction { transaction in
        for failure in throttle.failures(at: now) { transaction.enqueue(failure) }
      }
      throw Refusal.badCredentials
    }
    return try await open(user, attempt, throttle, lease, at: now)
  }

  private func account(_ email: String) -> SQL {
    "SELECT id, password_hash FROM app_user WHERE email = \(email) AND active"
  }

  private func open(
    _ user: UUID, _ attempt: Attempt, _ throttle: SignInThrottle, _ lease: borrowing some Lease & ~Copyable,
    at now: Date
  ) async throws -> Session {
    let token = Secret()
    let id = UUID.version7(at: now)
    let actor = try await lease.transaction { transaction in
      transaction.enqueue(Sessions.insert(id, user: user, token: token, at: now, userAgent: attempt.userAgent))
      transaction.enqueue(throttle.forget)
      let query =
        realm == .tenant ? Sessions.tenantActor(token, at: now) : Sessions.centralActor(token, at: now)
      guard let (actor, _) = try Sessions.actor(try await transaction.query(query), at: now) else {
        throw Refusal.badCredentials
      }
      transaction.enqueue(
        AuditEntry(
          at: now, actor: user.lowercased, role: actor.roles.map(\.rawValue).min() ?? "none",
          action: "session.open", subjectType: "session", subjectID: id.lowercased,
          detail: ["address": .string(attempt.address)]
        ).insertion)
      return actor
    }
    return Session(token: token, expiresAt: now + Sessions.absoluteLimit, actor: actor)
  }
}
