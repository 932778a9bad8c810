import AuditLog
import Foundation
import Postgres
import StrictJSON

/// Audit entries of central administration, in the control schema's own log.
enum CentralAudit {
  static func entry(
    _ action: String, subject: String, id: String, by user: UUID, at now: Date, detail: JSONValue = [:]
  ) -> AuditEntry {
    AuditEntry(
      at: now, actor: user.lowercased, role: "central_admin", action: action, subjectType: subject,
      subjectID: id, detail: detail)
  }
}
