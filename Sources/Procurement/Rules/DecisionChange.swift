import EOrderRules
import StrictJSON
import Tenancy

/// How a decision comes out under other rules than those that made it.
struct DecisionChange: Sendable {
  private let before: JSONValue
  private let after: JSONValue

  init(from before: JSONValue, to after: JSONValue) {
    self.before = before
    self.after = after
  }

  var wasAllowed: Bool { before["allowed"]?.bool ?? false }
  var isAllowed: Bool { after["allowed"]?.bool ?? false }
  var wasHeld: Bool { wasAllowed && Self.isHeld(before) }
  var isHeld: Bool { isAllowed && Self.isHeld(after) }

  /// Whether nothing that matters to anybody is different; sentences and versions alone are no change.
  var isNone: Bool {
    wasAllowed == isAllowed && appeared.isEmpty && vanished.isEmpty && severities.isEmpty && totals.isEmpty
      && before["evidenceForm"] == after["evidenceForm"] && taxes(before) == taxes(after)
  }

  /// Violations that are raised now and were not.
  var appeared: [JSONValue] { Self.violations(after, without: before) }

  /// Violations that were raised and are not any more.
  var vanished: [JSONValue] { Self.violations(before, without: after) }

  /// Violations that weigh more or less than they did.
  private var severities: [JSONValue] {
    Self.violations(after).compactMap { violation in
      let old = Self.violations(before).first { $0["code"] == violation["code"] }?["severity"]
      guard let old, old != violation["severity"] else { return nil }
      return Self.told(violation).merging(["was": old])
    }
  }

  private var totals: [JSONValue] {
    (after["totals"]?.members ?? []).compactMap { member in
      let old = before["totals"]?[member.name] ?? .null
      guard old != member.value else { return nil }
      return ["name": .string(member.name), "from": old, "to": member.value]
    }
  }

  private func taxes(_ decision: JSONValue) -> [JSONValue] {
    (decision["taxes"]?.elements ?? []).map { tax in
      ["code": tax["code"] ?? .null, "amount": tax["amount"] ?? .null, "by": tax["collectedBy"] ?? .null]
    }
  }

  private static func violations(_ decision: JSONValue) -> [JSONValue] {
    decision["violations"]?.elements ?? []
  }

  private static func violations(_ decision: JSONValue, without other: JSONValue) -> [JSONValue] {
    let others = violations(other).compactMap { $0["code"]?.text }
    return violations(decision).filter { !others.contains($0["code"]?.text ?? "") }.map(told)
  }

  private static func told(_ violation: JSONValue) -> JSONValue {
    .object((violation.members ?? []).filter { $0.name != "explanation" })
  }

  private static func isHeld(_ decision: JSONValue) -> Bool {
    violations(decision).contains { $0["severity"]?.text == Severity.hold.rawValue }
  }

  /// What a person reads of it.
  var members: [JSONMember] {
    [
      JSONMember(name: "outcome", value: ["from": .string(outcome.from), "to": .string(outcome.to)]),
      JSONMember(name: "appeared", value: .array(appeared)),
      JSONMember(name: "vanished", value: .array(vanished)),
      JSONMember(name: "severities", value: .array(severities)),
      JSONMember(name: "totals", value: .array(totals)),
      JSONMember(
        name: "evidenceForm",
        value: ["from": before["evidenceForm"] ?? .null, "to": after["evidenceForm"] ?? .null]),
    ]
  }

  private var outcome: (from: String, to: String) {
    (
      wasAllowed ? wasHeld ? "held" : "allowed" : "blocked",
      isAllowed ? isHeld ? "held" : "allowed" : "blocked"
    )
  }

  private static let outcomes = Shape.oneOf(["allowed", "held", "blocked"])

  private static let sentence = Shape.object([
    .required("id", .text(max: 2000)), .required("en", .text(max: 2000)),
  ])

  private static let violation: [ShapeField] = [
    .required("code", .oneOf(ViolationCode.self)), .required("severity", .oneOf(Severity.self)),
    .required("legal", .text(max: 300)),
    .required("message", sentence), .optional("remedy", sentence),
  ]

  static let shape: [ShapeField] = [
    .required("outcome", .object([.required("from", outcomes), .required("to", outcomes)])),
    .required("appeared", .array(of: .object(violation))),
    .required("vanished", .array(of: .object(violation))),
    .required("severities", .array(of: .object(violation + [.required("was", .oneOf(Severity.self))]))),
    .required(
      "totals",
      .array(
        of: .object([
          .required("name", .text(max: 20)), .required("from", .nullable(.integer())),
          .required("to", .integer()),
        ]))),
    .required(
      "evidenceForm",
      .object([
        .required("from", .nullable(.oneOf(EvidenceForm.self))),
        .required("to", .nullable(.oneOf(EvidenceForm.self))),
      ])),
  ]
}
