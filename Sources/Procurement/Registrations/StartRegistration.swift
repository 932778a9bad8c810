package import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Somebody begins a registration with an e-mail address and a password.
package struct StartRegistration: Sendable {
  package static let shape = Shape.object([
    .required("email", .text(.email)),
    .required("password", .secret(min: 10, max: PasswordPolicy.maximumBytes)),
  ])

  private let email: String
  private let fields: [String: String]
  private let passwordHash: String

  /// Hashes the password, which takes a while: before a connection is taken.
  /// - Throws: `Refusal.invalid` at `/password`; `PasswordHasher.Busy`.
  package init(
    body: JSONValue, typed fields: [String: String], _ visit: Visit, policy: PasswordPolicy,
    hasher: PasswordHasher
  ) async throws {
    email = body.string("email").lowercased()
    self.fields = fields
    let password = body.string("password")
    let weakness = policy.refusal(
      of: password, roles: [.vendorOwner], context: [email] + visit.placeNames, pointer: "/password")
    if let weakness { throw Refusal.invalid([weakness]) }
    passwordHash = try await hasher.hash(password)
  }

  /// - Returns: what the browser keeps to go on.
  package func callAsFunction(
    _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> Secret {
    let token = Secret()
    let id = UUID.version7(at: now)
    let statements: [SQL] = [
      "DELETE FROM registration WHERE updated_at <= \(Registration.oldest(at: now))",
      """
      INSERT INTO registration (id, email, password_hash, token_hash, fields, started_at, updated_at)
      VALUES (\(id), \(email), \(passwordHash), \(token.hash), \(JSONB(Registration.json(fields))), \(now), \(now))
      """,
    ]
    try await lease.transaction { transaction in
      for statement in statements { transaction.enqueue(statement) }
    }
    return token
  }
}

/// Somebody goes on with a registration in another browser, by the e-mail address and the password.
package struct ResumeRegistration: Sendable {
  /// Of several with one address the latest are tried.
  private static let most = 3

  private let email: String
  private let password: String

  package init(email: String, password: String) {
    self.email = email.lowercased()
    self.password = password
  }

  /// What could be meant.
  package func candidates(
    _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> [Registration] {
    try await lease.query(
      """
      \(Registration.columns) WHERE email = \(email) AND updated_at > \(Registration.oldest(at: now))
      ORDER BY updated_at DESC LIMIT \(Self.most)
      """
    ).rows(Registration.self)
  }

  /// The one that the password opens; takes its time, also where there is none.
  package func verify(_ candidates: [Registration], _ hasher: PasswordHasher) async throws -> Registration? {
    guard !candidates.isEmpty else {
      _ = try await hasher.verify(password, against: nil)
      return nil
    }
    for candidate in candidates where try await hasher.verify(password, against: candidate.passwordHash) {
      return candidate
    }
    return nil
  }

  /// - Returns: what this browser keeps from now on; the other browser's is worth nothing any more.
  package static func claim(
    _ registration: Registration, _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> Secret {
    let token = Secret()
    let statement: SQL = """
      UPDATE registration SET token_hash = \(token.hash), updated_at = \(now) WHERE id = \(registration.id)
      """
    try await lease.transaction { $0.enqueue(statement) }
    return token
  }
}
