package import Foundation
package import Postgres
package import StrictJSON

/// One fact of the audit log: who did what to what, when, under which rules.
///
/// Its canonical bytes are what is hashed, sealed and proved; the columns beside them only repeat what
/// is searched for.
package struct AuditEntry: Sendable {
  package let id: UUID
  package let at: Date
  /// The user's id, or `system`.
  package let actor: String
  package let role: String
  /// `<subject>.<transition>`, such as `order.issue`.
  package let action: String
  package let subjectType: String
  package let subjectID: String
  package let ruleVersion: String?
  package let detail: JSONValue

  package init(
    at: Date, actor: String, role: String, action: String, subjectType: String, subjectID: String,
    ruleVersion: String? = nil, detail: JSONValue
  ) {
    id = .version7(at: at)
    self.at = at
    self.actor = actor
    self.role = role
    self.action = action
    self.subjectType = subjectType
    self.subjectID = subjectID
    self.ruleVersion = ruleVersion
    self.detail = detail
  }

  /// The entry in canonical JSON.
  package var leaf: [UInt8] {
    let value: JSONValue = [
      "id": .string(id.lowercased),
      "at": .integer(at.microseconds),
      "actor": .string(actor),
      "role": .string(role),
      "action": .string(action),
      "subject": ["type": .string(subjectType), "id": .string(subjectID)],
      "ruleVersion": JSONValue(ruleVersion),
      "detail": detail,
    ]
    return value.canonical
  }

  /// Inserts the entry; it belongs in the transaction of the write that it tells of.
  package var insertion: SQL {
    """
    INSERT INTO audit_entry (id, at, actor, role, action, subject_type, subject_id, rule_version, leaf)
    VALUES (\(id), \(at), \(actor), \(role), \(action), \(subjectType), \(subjectID), \(ruleVersion), \(leaf))
    """
  }
}
