import Authentication
import EOrderRules
import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// The caller wants another link: to the address that is to be proved last.
package struct SendEmailProof: Sendable {
  package init() {}

  /// - Parameter write: the same key sends one letter, and its record holds nothing of the link.
  /// - Throws: `Refusal.wrongState` where nothing is to be proved; `SignIn.Refusal.throttled`.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    if let replay = try await write.replay(lease) { return replay }
    let user = caller.actor.userID
    guard let key = caller.tenant.linkKey else { throw Refusal.wrongState("no_mail") }
    let waiting = try await lease.query(
      """
      SELECT p.email FROM email_proof p WHERE p.user_id = \(user) AND p.used_at IS NULL AND p.expires_at > \(caller.now)
      ORDER BY p.created_at DESC LIMIT 1
      """
    ).scalar(String.self)
    guard let email = waiting ?? (caller.actor.hasProvedEmail ? nil : caller.actor.email) else {
      throw Refusal.wrongState("proved")
    }
    try await Throttle.proofs(of: user).admit(lease, at: caller.now)
    let proof = EmailProof(of: email, user: user, key: key, at: caller.now)
    return try await write(lease, reading: []) { transaction, _ in
      for statement in proof.insertions { transaction.enqueue(statement) }
      return Answer(status: 202, EmailProofSent.json(proof))
    }
  }
}
