import AuditLog
import Foundation
import Postgres

extension [AuditEntry] {
  /// Inserts the entries of one write, made at one instant, in one statement.
  func insertion(at instant: Date) -> SQL {
    """
    INSERT INTO audit_entry (id, at, actor, role, action, subject_type, subject_id, rule_version, leaf)
    SELECT t.id, \(instant), t.actor, t.role, t.action, t.subject_type, t.subject_id, nullif(t.rule_version, ''),
           convert_to(t.leaf, 'UTF8')
    FROM unnest(\(SQLArray(map(\.id))), \(SQLArray(map(\.actor))), \(SQLArray(map(\.role))),
      \(SQLArray(map(\.action))), \(SQLArray(map(\.subjectType))), \(SQLArray(map(\.subjectID))),
      \(SQLArray(map { $0.ruleVersion ?? "" })), \(SQLArray(map { String(decoding: $0.leaf, as: UTF8.self) })))
      AS t(id, actor, role, action, subject_type, subject_id, rule_version, leaf)
    """
  }
}
