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
    /// A one-time code, or a recovery code.
    package let otp: String?
    /// The socket's address, never a header's.
    package let address: String
    package let userAgent: String?
    /// Whether somebody who is signed in proves once more who it is: wrong tries keep nobody else at the address, nor
    /// the account's own sign-in, waiting.
    let isProof: Bool

    package init(
      email: String, password: String, otp: String? = nil, address: String, userAgent: String?,
      isProof: Bool = false
    ) {
      self.email = email.lowercased()
      self.password = password
      self.otp = otp
      self.address = address
      self.userAgent = userAgent
      self.isProof = isProof
    }
  }

  package struct Session: Sendable {
    package let token: Secret
    package let expiresAt: Date
    package let actor: Actor
  }

  package enum Refusal: Error, Sendable, Equatable {
    /// The same for an unknown account and for a wrong password.
    case badCredentials
    /// The password is right, and a one-time code is needed besides.
    case codeNeeded
    /// The password is right; the code is wrong, or was used already.
    case wrongCode
    case throttled(retryAfter: Int)
  }

  private let hasher: PasswordHasher
  private let realm: Realm
  let factor: SecondFactor

  package init(hasher: PasswordHasher, realm: Realm, factor: SecondFactor) {
    self.hasher = hasher
    self.realm = realm
    self.factor = factor
  }

  /// A try that was counted and has still to be looked at, for which no connection is needed.
  package struct Candidate: Sendable {
    let attempt: Attempt
    fileprivate let userID: UUID?
    fileprivate let passwordHash: String?
  }

  /// The three steps over one connection.
  /// - Throws: `Refusal`, `PasswordHasher.Busy`, `PostgresError`.
  package func callAsFunction(
    _ attempt: Attempt, _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> Session {
    try await open(try await verify(try await count(attempt, lease, at: now)), lease, at: now)
  }

  /// The first step: counts the try, before it is known whether it is right, and reads the account.
  /// - Throws: `Refusal.throttled`, and then nothing is counted.
  package func count(
    _ attempt: Attempt, _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> Candidate {
    let throttles = attempt.throttles
    return try await lease.transaction { transaction in
      let results = try await transaction.pipeline(
        [throttles.waiting(at: now)] + throttles.map { $0.claim(at: now) } + [account(attempt.email)])
      if let wait = try throttles.wait(results[0], claims: results[1...throttles.count], at: now) {
        throw Refusal.throttled(retryAfter: wait)
      }
      let account = try results[throttles.count + 1].first(as: (UUID, String?).self)
      return Candidate(attempt: attempt, userID: account?.0, passwordHash: account?.1)
    }
  }

  /// The second step, which takes its time: the same for an unknown account as for a wrong password.
  /// - Throws: `Refusal.badCredentials`, `PasswordHasher.Busy`.
  package func verify(_ candidate: Candidate) async throws -> Verified {
    let isRight = try await hasher.verify(candidate.attempt.password, against: candidate.passwordHash)
    guard isRight, let user = candidate.userID, let hash = candidate.passwordHash else {
      throw Refusal.badCredentials
    }
    return Verified(attempt: candidate.attempt, userID: user, passwordHash: hash)
  }

  /// Somebody who knows the password.
  package struct Verified: Sendable {
    let attempt: Attempt
    let userID: UUID
    let passwordHash: String
  }

  private func account(_ email: String) -> SQL {
    "SELECT id, password_hash FROM app_user WHERE email = \(email) AND active"
  }

  /// Somebody whose account was made in this very moment need not sign in again.
  /// - Throws: `Refusal.badCredentials` where there is no such account.
  package func open(
    newAccount attempt: Attempt, _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> Session {
    guard let account = try await lease.query(account(attempt.email)).first(as: (UUID, String?).self) else {
      throw Refusal.badCredentials
    }
    let verified = Verified(attempt: attempt, userID: account.0, passwordHash: account.1 ?? "")
    return try await open(verified, lease, at: now)
  }

  /// The third step: the code is taken where there is a second factor, the session made, and the account's wrong tries
  /// are forgotten.
  /// - Throws: `Refusal.codeNeeded`, `Refusal.wrongCode`.
  package func open(
    _ verified: Verified, _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> Session {
    let (attempt, user) = (verified.attempt, verified.userID)
    let token = Secret()
    let id = UUID.version7(at: now)
    let actor = try await lease.transaction { transaction in
      try await admit(verified, at: now, transaction)
      transaction.enqueue(
        Sessions.insert(
          id, user: user, token: token, at: now, machine: Date(), userAgent: attempt.userAgent))
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

extension SignIn.Attempt {
  /// Tries within a quarter of an hour that cost an account nothing; several tabs may sign in at once.
  var accountThrottle: Throttle { Throttle("account:\(email)", allowance: 10) }
  /// Whole offices share an address.
  var addressThrottle: Throttle { Throttle("address:\(address)", allowance: 300) }

  /// In the order in which they are locked.
  var throttles: [Throttle] { isProof ? [proofThrottle] : [accountThrottle, addressThrottle] }

  /// What a try that was right takes back.
  var forgetting: [SQL] {
    isProof ? [proofThrottle.forget] : [accountThrottle.forget, addressThrottle.uncount]
  }

  private var proofThrottle: Throttle { Throttle("proving:\(email)", allowance: 10) }
}
