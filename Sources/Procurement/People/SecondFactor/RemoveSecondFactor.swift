import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// Somebody who need not use one-time codes takes them away again.
package struct RemoveSecondFactor: Sendable {
  private let owner: FactorOwner

  package init(_ owner: FactorOwner) { self.owner = owner }

  /// Runs in the transaction that took the person's code.
  package func callAsFunction(_ transaction: borrowing Transaction) async throws {
    for statement in SecondFactor.removal(of: owner.user) { transaction.enqueue(statement) }
    transaction.enqueue(owner.entry("user.remove-second-factor").insertion)
    transaction.enqueue(owner.letter(.secondFactorOff).insertion)
  }
}

/// The administrator takes away the one-time codes of somebody who has lost the phone and the recovery codes: all
/// sessions of the person end, and the person is told.
package struct ResetSecondFactor: Sendable {
  package static let members: [ShapeField] = [
    .required("reason", .text(min: 1, max: 2000), "How it was made sure who asks.")
  ]

  private let id: UUID
  private let reason: String

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    reason = body.string("reason")
  }

  /// Runs in the transaction in which the administrator has proved who acts.
  /// - Throws: `Refusal.notFound`; `Refusal.wrongState` for one's own, and where there is none.
  package func callAsFunction(
    _ caller: Caller, _ transaction: borrowing Transaction
  ) async throws -> Answer {
    let results = try await transaction.pipeline([
      UserRow.selectForUpdate(id, at: caller.now),
      "SELECT 1 FROM second_factor WHERE user_id = \(id) AND confirmed_at IS NOT NULL FOR UPDATE",
    ])
    guard let user = try results[0].first(UserRow.self), user.isKept(by: caller.actor) else {
      throw Refusal.notFound
    }
    if id == caller.actor.userID { throw Refusal.wrongState("own") }
    guard results[1].count == 1 else { throw Refusal.wrongState("none") }
    let entry = caller.author([.tenantAdmin]).entry(
      "user.reset-second-factor", subject: "user", id: id, detail: ["reason": .string(reason)])
    for statement in SecondFactor.removal(of: id) { transaction.enqueue(statement) }
    transaction.enqueue("DELETE FROM session WHERE user_id = \(id)")
    transaction.enqueue("UPDATE app_user SET version = version + 1 WHERE id = \(id)")
    transaction.enqueue(Letter(.secondFactorReset, to: id, at: user.email, now: caller.now).insertion)
    transaction.enqueue(entry.insertion)
    let stored = try await transaction.query(UserRow.select(id, at: caller.now))
    guard let after = try stored.first(UserRow.self) else { throw Refusal.notFound }
    return Answer(after.json, version: after.version)
  }
}
