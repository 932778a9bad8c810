import AuditLog
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

extension Sessions {
  /// Ends the session that a request came with; where another request was quicker nothing happens.
  package static func close(
    _ actor: Actor, at now: Date, _ lease: borrowing some Lease & ~Copyable
  ) async throws {
    let entry = AuditEntry(
      at: now, actor: actor.userID.lowercased, role: actor.roles.map(\.rawValue).min() ?? "none",
      action: "session.close", subjectType: "session", subjectID: actor.sessionID.lowercased, detail: [:])
    try await lease.transaction { transaction in
      let deleted = try await transaction.query("DELETE FROM session WHERE id = \(actor.sessionID)")
      if deleted.affected == 1 { transaction.enqueue(entry.insertion) }
    }
  }
}
