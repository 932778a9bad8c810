import EOrderRules
import Foundation
import StrictJSON

extension NeedRow {
  /// What people are told of the need.
  func notice(_ kind: NoticeKind, _ more: [JSONMember] = [], once: String? = nil, at now: Date) -> Notice {
    Notice(
      kind, about: .need(id), detail: [JSONMember(name: "title", value: .string(title))] + more, once: once,
      at: now)
  }
}
