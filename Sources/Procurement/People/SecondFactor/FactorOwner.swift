import AuditLog
package import Authentication
import EOrderRules
package import Foundation
import Postgres
import StrictJSON

/// Somebody's account where one-time codes are kept: in a province's schema, or in that of central administration.
package struct FactorOwner: Sendable {
  package let user: UUID
  package let email: String
  let session: UUID
  let role: String
  let rulesVersion: String?
  let now: Date

  /// - Parameter rulesVersion: nil for central administrators.
  package init(_ actor: Actor, rulesVersion: String?, now: Date) {
    user = actor.userID
    email = actor.email
    session = actor.sessionID
    role = actor.roles.map(\.rawValue).min() ?? "none"
    self.rulesVersion = rulesVersion
    self.now = now
  }

  func entry(_ action: String) -> AuditEntry {
    AuditEntry(
      at: now, actor: user.lowercased, role: role, action: action, subjectType: "user",
      subjectID: user.lowercased, ruleVersion: rulesVersion, detail: [:])
  }

  func letter(_ kind: Letter.Kind) -> Letter { Letter(kind, to: user, at: email, now: now) }
}
