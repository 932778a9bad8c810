package import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A draft of the rules with what has happened to it.
package struct RuleDraftView: Sendable {
  package let draft: RuleDraftRow
  private let events: [JSONValue]

  package static func selects(_ id: UUID) -> [SQL] {
    [
      RuleDraftRow.select(id),
      """
      SELECT at, actor_name, role, transition, from_state, to_state, reason FROM rule_draft_event
      WHERE draft_id = \(id) ORDER BY position
      """,
    ]
  }

  /// Nil where there is no such draft.
  package init?(_ results: ArraySlice<Result>) throws {
    let results = Array(results)
    guard let draft = try results[0].first(RuleDraftRow.self) else { return nil }
    self.draft = draft
    events = try results[1].rows(as: (Date, String, String, String, String?, String, String?).self).map {
      event -> JSONValue in
      [
        "at": JSONValue(event.0), "by": .string(event.1), "role": .string(event.2),
        "transition": .string(event.3), "from": JSONValue(event.4), "to": .string(event.5),
        "reason": JSONValue(event.6),
      ]
    }
  }

  package func answer(for actor: Actor, status: Int = 200) -> Answer {
    let transitions = RuleDraftTransition.allCases.filter { transition in
      transition.leads(from: draft.state) && !actor.roles.isDisjoint(with: transition.rule.roles)
        && !(transition == .approve && actor.person == draft.author.person)
    }
    let value = draft.json.merging([
      "file": .string(String(decoding: draft.settings, as: UTF8.self)), "history": .array(events),
      "allowedTransitions": .array(transitions.map { .string($0.rawValue) }),
    ])
    return Answer(status: status, value, version: draft.version)
  }

  private static let person = Shape.object([.required("id", .uuid), .required("name", .name)])

  private static let common: [ShapeField] = [
    .required("id", .uuid), .required("state", .oneOf(RuleDraftState.self)),
    .required("rulesVersion", .text(max: 40)), .required("effectiveFrom", .date),
    .required("changes", .array(of: RuleDifference.shape)),
    .required(
      "replaces",
      .array(of: .object([.required("version", .text(max: 40)), .required("effectiveFrom", .date)])),
      "Accepted versions that would not hold any more, since this one begins on their day or before."),
    .required("note", .nullable(.note)),
    .required("author", person), .required("approver", .nullable(person)),
    .required("simulation", .nullable(RuleSimulation.countsShape)), .required("createdAt", .dateTime),
    .required("version", .integer(min: 1)),
  ]

  /// What a list shows of a draft.
  package static let itemShape = Shape.component("RuleDraftItem", .object(common))

  /// What the API shows of a draft.
  package static let shape = Shape.component(
    "RuleDraft",
    .object(
      common + [
        .required("file", .text(max: 1 << 20, multiline: true), "The tenant file as it will hold."),
        .required(
          "history",
          .array(
            of: .object([
              .required("at", .dateTime), .required("by", .name), .required("role", .text(max: 50)),
              .required("transition", .oneOf(RuleDraftTransition.self)),
              .required("from", .nullable(.oneOf(RuleDraftState.self))),
              .required("to", .oneOf(RuleDraftState.self)), .required("reason", .nullable(.note)),
            ]))),
        .required("allowedTransitions", .array(of: .oneOf(RuleDraftTransition.self))),
      ]))
}

extension RuleDraftRow {
  package var json: JSONValue {
    [
      "id": JSONValue(id), "state": .string(state.rawValue), "rulesVersion": .string(rulesVersion),
      "effectiveFrom": JSONValue(effectiveFrom), "changes": changes, "replaces": replaces,
      "note": JSONValue(note),
      "author": ["id": JSONValue(author.id), "name": .string(author.name)],
      "approver": approver.map { ["id": JSONValue($0.id), "name": .string($0.name)] } ?? .null,
      "simulation": simulation ?? .null, "createdAt": JSONValue(createdAt), "version": JSONValue(version),
    ]
  }
}
