package import AuditLog
import Authentication
package import EOrderRules
package import Foundation
import Postgres
package import StrictJSON

/// Who answers for a write, as history and audit log name them.
package struct Author: Sendable {
  /// The user's id, `operator` for files that were loaded while a province joined, or `system`.
  package let actor: String
  /// Nil for the operator and the service.
  package let userID: UUID?
  package let role: String
  package let rulesVersion: String
  package let now: Date

  /// A person in a role.
  package init(user: UUID, role: Role?, rulesVersion: String, now: Date) {
    actor = user.lowercased
    userID = user
    self.role = role?.rawValue ?? "none"
    self.rulesVersion = rulesVersion
    self.now = now
  }

  /// The operator, for whom no user stands.
  package init(operatorUnder rulesVersion: String, now: Date) {
    actor = "operator"
    userID = nil
    role = "operator"
    self.rulesVersion = rulesVersion
    self.now = now
  }

  /// The service itself, when something falls due.
  init(systemUnder rulesVersion: String, now: Date) {
    actor = "system"
    userID = nil
    role = "system"
    self.rulesVersion = rulesVersion
    self.now = now
  }

  /// The audit entry of something this author does.
  package func entry(_ action: String, subject: String, id: UUID, detail: JSONValue) -> AuditEntry {
    AuditEntry(
      at: now, actor: actor, role: role, action: action, subjectType: subject, subjectID: id.lowercased,
      ruleVersion: rulesVersion, detail: detail)
  }
}

extension Caller {
  /// The caller as the author of a write, in the role that allowed it.
  package func author(_ allowed: Set<Role>) -> Author {
    Author(user: actor.userID, role: actor.role(among: allowed), rulesVersion: rulebook.version, now: now)
  }
}
