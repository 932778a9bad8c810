import AuditLog
package import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A link that proves an e-mail address: it goes to that address alone, works once, and ends.
struct EmailProof: Sendable {
  static let life: TimeInterval = 3 * 86_400

  let email: String
  let expiresAt: Date
  private let id: UUID
  private let user: UUID
  private let secret: Secret
  private let now: Date

  init(of email: String, user: UUID, key: LinkKey, at now: Date) {
    id = .version7(at: now)
    self.email = email
    self.user = user
    self.now = now
    secret = Secret(bytes: key.secret(of: id))
    expiresAt = now + Self.life
  }

  /// Links that were given before stop working.
  var insertions: [SQL] {
    [
      "UPDATE email_proof SET expires_at = \(now) WHERE user_id = \(user) AND used_at IS NULL AND expires_at > \(now)",
      """
      INSERT INTO email_proof (id, user_id, email, token_hash, created_at, expires_at)
      VALUES (\(id), \(user), \(email), \(secret.hash), \(now), \(expiresAt))
      """,
      Letter(.emailProof, to: user, at: email, link: id, until: expiresAt, now: now).insertion,
    ]
  }
}

/// What the API tells of a link that is on its way.
package enum EmailProofSent {
  package static let answer = Shape.component(
    "EmailProofSent",
    .object([
      .required("email", .text(max: 320), "Where the link went."), .required("expiresAt", .dateTime),
    ]))

  static func json(_ proof: EmailProof) -> JSONValue {
    ["email": .string(proof.email), "expiresAt": JSONValue(proof.expiresAt)]
  }
}

/// Somebody follows the link to an address: it is that person's.
package struct ProveEmail: Sendable {
  package static let answer = Shape.component(
    "ProvedEmail", .object([.required("email", .text(max: 320))]))

  private let secret: Secret

  package init(_ secret: Secret) { self.secret = secret }

  /// Whether a link can still be followed; locks nothing.
  package static func find(_ secret: Secret, at now: Date) -> SQL {
    """
    SELECT p.id, p.email, u.id, u.email, u.vendor_id FROM email_proof p JOIN app_user u ON u.id = p.user_id
    WHERE p.token_hash = \(secret.hash) AND p.used_at IS NULL AND p.expires_at > \(now) AND u.active
    """
  }

  /// The address that a link proves; nil where the link can no longer be followed.
  package static func email(
    _ secret: Secret, at now: Date, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> String? {
    let found = try await lease.query(find(secret, at: now))
    guard let (_, email, _, _, _) = try found.first(as: (UUID, String, UUID, String, UUID?).self) else {
      return nil
    }
    return email
  }

  /// A vendor's address follows that of its owner where they were the same.
  /// - Throws: `Refusal.notFound` for a link that is unknown, used or too old; `Refusal.alreadyRegistered` where
  ///   somebody else has got the address meanwhile.
  package func callAsFunction(
    _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await refusingRepeatedEmail {
      try await lease.transaction { transaction in
        let found = try await transaction.query("\(Self.find(secret, at: visit.now)) FOR UPDATE OF p, u")
        guard
          let (proof, email, user, old, vendor) = try found.first(
            as: (UUID, String, UUID, String, UUID?).self)
        else { throw Refusal.notFound }
        let role: Role? = vendor == nil ? nil : .vendorOwner
        let entry = Author(user: user, role: role, rulesVersion: visit.rulebook.version, now: visit.now)
          .entry(
            "user.prove-email", subject: "user", id: user, detail: ["isChange": .bool(email != old)])
        transaction.enqueue("UPDATE email_proof SET used_at = \(visit.now) WHERE id = \(proof)")
        transaction.enqueue(
          """
          UPDATE app_user SET email = \(email), email_proved_at = \(visit.now),
            version = version + CASE WHEN email = \(email) THEN 0 ELSE 1 END
          WHERE id = \(user)
          """)
        if email != old {
          if let vendor { transaction.enqueue(vendorFollows(vendor, user, old, email, at: visit.now)) }
          transaction.enqueue(Letter(.emailChanged, to: user, at: old, now: visit.now).insertion)
        }
        transaction.enqueue(entry.insertion)
        return Answer(["email": .string(email)])
      }
    }
  }

  private func vendorFollows(_ vendor: UUID, _ user: UUID, _ old: String, _ email: String, at now: Date)
    -> SQL
  {
    """
    UPDATE vendor v SET email = \(email), updated_at = \(now), traced = false, version = v.version + 1
    WHERE v.id = \(vendor) AND v.email = \(old) AND EXISTS (
      SELECT FROM office_holding h WHERE h.user_id = \(user) AND h.role = 'vendor_owner')
    """
  }
}
