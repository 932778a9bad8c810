import Authentication
import EOrderRules
import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// The caller wants another link: to the address that is to be proved last.
package struct SendEmailProof: Sendable {
  package init() {}

  /// - Throws: `Refusal.wrongState` where nothing is to be proved; `SignIn.Refusal.throttled`.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
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
    try await lease.transaction { transaction in
      for statement in proof.insertions { transaction.enqueue(statement) }
    }
    return Answer(status: 202, EmailProofSent.json(proof))
  }
}
