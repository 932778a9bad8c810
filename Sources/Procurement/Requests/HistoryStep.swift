import AuditLog
import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// A step in a life that is kept as rows, such as that of a need or a flag: who took it when, from where to where and
/// why, once in the audit log and once in the history.
struct HistoryStep {
  /// Whose life it is.
  enum Kind {
    case need, offer, flag, rules

    fileprivate var table: SQL {
      switch self {
      case .need: "need_event"
      case .offer: "offer_event"
      case .flag: "flag_event"
      case .rules: "rule_draft_event"
      }
    }

    fileprivate var subjectColumn: SQL {
      switch self {
      case .need: "need_id"
      case .offer: "offer_id"
      case .flag: "flag_id"
      case .rules: "draft_id"
      }
    }

    /// The subject and the first word of the action in the audit log.
    fileprivate var names: (subject: String, action: String) {
      switch self {
      case .need: ("need", "need")
      case .offer: ("offer", "offer")
      case .flag: ("flag", "flag")
      case .rules: ("rule_draft", "rules")
      }
    }
  }

  let kind: Kind
  let subject: UUID
  /// Its place in the history, from 0.
  let position: Int
  let transition: String
  let from: String?
  let to: String
  let reason: String?
  /// Who may take it; nobody where it is the service's.
  let roles: Set<Role>

  /// What tells the step in the audit log.
  /// - Parameter detail: what belongs to it besides.
  func entry(_ caller: Caller, _ detail: [JSONMember]) -> AuditEntry {
    AuditEntry(
      at: caller.now, actor: isSystem ? "system" : caller.actor.userID.lowercased, role: role(of: caller),
      action: "\(kind.names.action).\(transition)", subjectType: kind.names.subject,
      subjectID: subject.lowercased, ruleVersion: caller.rulebook.version,
      detail: .object(
        [
          JSONMember(name: "from", value: JSONValue(from)), JSONMember(name: "to", value: .string(to)),
          JSONMember(name: "reason", value: JSONValue(reason)),
        ] + detail))
  }

  /// The row of the history.
  /// - Parameters:
  ///   - entry: that of the audit log, which is there before.
  ///   - column: one that only this history has, with its value.
  func event(
    _ entry: AuditEntry, _ caller: Caller, adding column: (name: SQL, value: SQL)? = nil
  ) -> SQL {
    let user: UUID? = isSystem ? nil : caller.actor.userID
    let name: SQL = column.map { ", \($0.name)" } ?? ""
    let value: SQL = column.map { ", \($0.value)" } ?? ""
    return """
      INSERT INTO \(kind.table) (id, \(kind.subjectColumn), position, at, user_id, actor_name, role, transition,
        from_state, to_state, reason, audit_id\(name))
      VALUES (\(UUID.version7(at: caller.now)), \(subject), \(position), \(caller.now), \(user),
        \(isSystem ? "e-Order" : caller.actor.name), \(role(of: caller)), \(transition), \(from), \(to), \(reason),
        \(entry.id)\(value))
      """
  }

  private var isSystem: Bool { roles.isEmpty }

  private func role(of caller: Caller) -> String {
    isSystem ? "system" : caller.actor.role(among: roles)?.rawValue ?? "none"
  }
}
