package import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A flag with what has happened to it.
package struct FlagView: Sendable {
  package let flag: FlagRow
  package let events: [FlagEvent]

  package init(_ flag: FlagRow, _ events: [FlagEvent]) {
    self.flag = flag
    self.events = events
  }

  /// Nil where there is no such flag.
  package init?(_ results: ArraySlice<Result>) throws {
    let results = Array(results)
    guard let flag = try results[0].first(FlagRow.self) else { return nil }
    self.init(flag, try results[1].rows(FlagEvent.self))
  }

  package static func selects(_ id: UUID) -> [SQL] { [FlagRow.select(id), FlagEvent.select(flag: id)] }

  package func json(for actor: Actor) -> JSONValue {
    [
      "id": JSONValue(flag.id), "code": .string(flag.code), "severity": .string(flag.severity.rawValue),
      "state": .string(flag.state.rawValue), "attempt": .bool(flag.isAttempt),
      "unitId": JSONValue(flag.unitID), "unitName": .string(flag.unitName),
      "orderId": JSONValue(flag.orderID), "orderNumber": JSONValue(flag.orderNumber),
      "vendorId": JSONValue(flag.vendorID), "vendorName": JSONValue(flag.vendorName),
      "packageId": JSONValue(flag.packageID), "needId": JSONValue(flag.needID),
      "commitmentOfficerId": JSONValue(flag.officerID), "rulesVersion": .string(flag.rulesVersion),
      "legal": .string(flag.legal), "message": flag.message, "explanation": flag.explanation,
      "justification": JSONValue(flag.justification), "history": .array(events.map(\.json)),
      "allowedTransitions": .array(flag.transitions(of: actor).map { .string($0.rawValue) }),
      "raisedAt": JSONValue(flag.raisedAt), "updatedAt": JSONValue(flag.updatedAt),
      "version": JSONValue(flag.version),
    ]
  }

  package func answer(for actor: Actor) -> Answer { Answer(json(for: actor), version: flag.version) }

  /// The codes that flags have.
  package static let codes = ViolationCode.allCases.filter(\.isFlag).map(\.rawValue)

  private static let event = Shape.component(
    "FlagEvent",
    .object([
      .required("at", .dateTime), .required("by", .name), .required("role", .text(max: 50)),
      .required("transition", .oneOf(FlagTransition.self)),
      .required("from", .nullable(.oneOf(FlagState.self))), .required("to", .oneOf(FlagState.self)),
      .required("reason", .nullable(.note), "The question, the explanation, or the reason."),
      .required("reasonCode", .nullable(.text(max: 50))),
    ]))

  private static let subject: [ShapeField] = [
    .required("unitId", .uuid), .required("unitName", .name), .required("orderId", .nullable(.uuid)),
    .required("orderNumber", .nullable(.text(max: 200))), .required("vendorId", .nullable(.uuid)),
    .required("vendorName", .nullable(.name)), .required("packageId", .nullable(.uuid)),
    .required("needId", .nullable(.uuid)),
    .required("commitmentOfficerId", .nullable(.uuid), "Who is to explain."),
  ]

  /// What the API shows of a flag.
  package static let shape = Shape.component(
    "Flag",
    .object(
      [
        .required("id", .uuid), .required("code", .text(max: 40)),
        .required("severity", .oneOf(Severity.self)), .required("state", .oneOf(FlagState.self)),
        .required("attempt", .boolean, "Whether it stands for an order that was refused."),
      ] + subject + [
        .required("rulesVersion", .text(max: 50)), .required("legal", .text(min: 0, max: 500)),
        .required(
          "message", .object([.required("id", .text(max: 1000)), .required("en", .text(max: 1000))])),
        .required("explanation", .any, "The facts behind it (domain.md §7.6)."),
        .required("justification", .nullable(.note)), .required("history", .array(of: event)),
        .required("allowedTransitions", .array(of: .oneOf(FlagTransition.self))),
        .required("raisedAt", .dateTime), .required("updatedAt", .dateTime),
        .required("version", .integer(min: 1)),
      ]))
}
