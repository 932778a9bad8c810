import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The auditor asks, accepts or passes on; the commitment officer explains.
package struct TransitionFlag: Sendable {
  private let id: UUID
  private let transition: FlagTransition
  private let body: JSONValue

  package init(_ id: UUID, _ transition: FlagTransition, body: JSONValue) {
    self.id = id
    self.transition = transition
    self.body = body
  }

  /// The body of each transition that a person takes.
  package static func shape(_ transition: FlagTransition) -> Shape {
    switch transition {
    case .ask: .object([.required("question", .note)])
    case .explain:
      .object([
        .required("text", .note),
        .optional(
          "reasonCode", .nullable(.text(max: 50)), "One of the `acceptedReasons` of the explanation."),
      ])
    default: .object([.required("reason", .note)])
    }
  }

  /// - Throws: `Refusal` in the order of api.md §2.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [FlagRow.selectForUpdate(id), FlagRow.concerns(id, person: caller.actor.person)]
    return try await write(lease, reading: reads) { transaction, results in
      guard let flag = try results[0].first(FlagRow.self), flag.lets(caller.actor, transition) else {
        throw Refusal.notFound
      }
      if let code = body["reasonCode"]?.text, !flag.acceptedReasons.contains(code) {
        throw Refusal.invalid([FieldError("/reasonCode", .notOneOf)])
      }
      try write.checkPrecondition(version: flag.version)
      guard transition.leads(from: flag.state) else { throw Refusal.wrongState(flag.state.rawValue) }
      if transition != .explain, try results[1].scalar(Bool.self) ?? false { throw Refusal.ownOrder }
      for statement in writes(flag, caller) { transaction.enqueue(statement) }
      let stored = try await transaction.pipeline(FlagView.selects(id))
      guard let view = try FlagView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller.actor)
    }
  }

  private var said: String? { body["question"]?.text ?? body["text"]?.text ?? body["reason"]?.text }

  private func writes(_ flag: FlagRow, _ caller: Caller) -> [SQL] {
    let to = transition.outcome(from: flag.state)
    let fact = FlagFact(
      transition, of: id, at: flag.events, from: flag.state, to: to, reason: said,
      reasonCode: body["reasonCode"]?.text, by: caller)
    return [
      fact.audit,
      """
      UPDATE flag SET state = \(to.rawValue), updated_at = \(caller.now), version = version + 1 WHERE id = \(id)
      """,
      fact.event,
    ] + notices(flag, at: caller.now)
  }

  /// Who has to act next hears of it.
  private func notices(_ flag: FlagRow, at now: Date) -> [SQL] {
    let told: (kind: NoticeKind, audience: Notice.Audience)? =
      switch transition {
      case .ask:
        (
          .flagAsked,
          flag.officerID.map { .holder($0, of: .commitmentOfficer) }
            ?? .role(.commitmentOfficer, unit: flag.unitID)
        )
      case .explain: (.flagExplained, .role(.auditor, unit: nil))
      case .escalate: (.flagEscalated, .role(.budgetOwner, unit: flag.unitID))
      default: nil
      }
    guard let told else { return [] }
    let detail = [
      JSONMember(name: "code", value: .string(flag.code)), JSONMember(name: "reason", value: JSONValue(said)),
    ]
    return [Notice(told.kind, about: .flag(id), detail: detail, at: now).insertion(to: told.audience)]
  }
}
