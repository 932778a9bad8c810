import EOrderRules
package import Foundation
package import Postgres

/// Break-glass: a central administrator reads in a province until an hour at most has passed (api.md §4).
///
/// Its session is no row of `session`, since nobody of the province stands behind it; it ends with the row that was
/// opened, by the clock or earlier, and is looked for at every request.
package struct CentralAccess: Sendable, Equatable {
  /// Minutes at most.
  package static let longest = 60

  package let id: UUID
  package let reason: String
  package let endsAt: Date

  package init(id: UUID, reason: String, endsAt: Date) {
    self.id = id
    self.reason = reason
    self.endsAt = endsAt
  }

  /// Reads the actor of a token in a province's schema.
  package static func reader(_ token: Secret, at now: Date) -> SQL {
    """
    SELECT id, admin_id, admin_name, admin_email, reason, ends_at FROM break_glass
    WHERE token_hash = \(token.hash) AND ended_at IS NULL AND ends_at > \(now)
    """
  }

  /// What that statement answers: somebody who sees what an auditor sees and does nothing.
  package static func reader(_ result: Result) throws -> Actor? {
    try result.first(ReaderRow.self)?.actor
  }

  /// Whether this is still a central administrator, in the control schema.
  package static func isAdministrator(_ user: UUID) -> SQL {
    "SELECT id FROM app_user WHERE id = \(user) AND active"
  }
}

private struct ReaderRow: RowDecodable {
  let actor: Actor

  init(row: inout Row) throws {
    let (id, administrator) = (try row.next(UUID.self), try row.next(UUID.self))
    let (name, email) = (try row.next(String.self), try row.next(String.self))
    let (reason, end) = (try row.next(String.self), try row.next(Date.self))
    var actor = Actor(
      sessionID: id, userID: administrator, person: "central:\(administrator)", name: name, email: email,
      roles: [.auditor], unitID: nil, unitPath: [], vendorID: nil)
    actor.access = CentralAccess(id: id, reason: reason, endsAt: end)
    actor.hasSecondFactor = true
    actor.isFreshlyProved = false
    self.actor = actor
  }
}
