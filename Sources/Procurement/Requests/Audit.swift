package import AuditLog
import Authentication
package import EOrderRules
package import Foundation
import Postgres
package import StrictJSON

extension Caller {
  /// The audit entry of something this caller does.
  package func entry(
    _ action: String, role: Role?, subject: String, id: UUID, detail: JSONValue
  ) -> AuditEntry {
    AuditEntry(
      at: now, actor: actor.userID.uuidString.lowercased(), role: role?.rawValue ?? "none", action: action,
      subjectType: subject, subjectID: id.uuidString.lowercased(), ruleVersion: rulebook.version,
      detail: detail)
  }
}
