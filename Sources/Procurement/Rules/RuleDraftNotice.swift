import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Who is told of a draft of the rules: those who may approve it when it is written, its author what became of it.
struct RuleDraftNotice {
  private let id: UUID
  private let version: String
  private let effectiveFrom: Day?
  private let reason: String?
  private let caller: Caller

  /// - Parameter reason: why it was approved or discarded, where somebody said so.
  init(_ id: UUID, version: String, effectiveFrom: Day?, reason: String? = nil, _ caller: Caller) {
    self.id = id
    self.version = version
    self.effectiveFrom = effectiveFrom
    self.reason = reason
    self.caller = caller
  }

  init(_ draft: RuleDraftRow, reason: String?, _ caller: Caller) {
    self.init(
      draft.id, version: draft.rulesVersion, effectiveFrom: draft.effectiveFrom, reason: reason, caller)
  }

  /// A draft waits for another person than its author.
  func waiting() -> SQL { notice(.ruleDraftWaits).insertion(to: .role(.ruleApprover, unit: nil)) }

  /// What became of it; nobody is told of what he has done himself.
  func ended(_ kind: NoticeKind, author: UUID) -> [SQL] {
    author == caller.actor.userID ? [] : [notice(kind).insertion(to: .user(author))]
  }

  private func notice(_ kind: NoticeKind) -> Notice {
    Notice(
      kind, about: .rules(id),
      detail: [
        JSONMember(name: "rulesVersion", value: .string(version)),
        JSONMember(name: "effectiveFrom", value: JSONValue(effectiveFrom)),
        JSONMember(name: "person", value: .string(caller.actor.name)),
        JSONMember(name: "reason", value: JSONValue(reason)),
      ], at: caller.now)
  }
}
