import AuditLog
package import Authentication
import EOrderRules
package import Foundation
package import Postgres

/// Somebody who is signed in proves once more who it is: the session gets another token, and what needs a fresh proof
/// may be done for a while.
package struct StepUp: Sendable {
  private let owner: FactorOwner

  package init(_ owner: FactorOwner) { self.owner = owner }

  /// Runs in the transaction that took the person's code.
  package func callAsFunction(
    _ transaction: borrowing Transaction
  ) async throws -> (token: Secret, expiresAt: Date) {
    let token = Secret()
    let renewed = try await transaction.query(Sessions.renew(owner.session, token: token, machine: Date()))
    guard let end = try renewed.scalar(Date.self) else { throw SignIn.Refusal.badCredentials }
    transaction.enqueue(owner.entry("session.step-up").insertion)
    return (token, end)
  }
}

extension Caller {
  /// - Throws: `Refusal.stepUp` where it was not proved a short while ago who acts.
  func checkFreshness() throws {
    guard actor.isFreshlyProved else { throw Refusal.stepUp }
  }
}
