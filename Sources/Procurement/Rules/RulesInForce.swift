import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
package import Tenancy

/// All rules of a province on a day: every setting with its value, where it comes from and how far it may go, and the
/// versions.
package struct RulesInForce: Sendable {
  private let unit: UUID?
  private let history: RuleHistory

  /// - Parameter unit: the unit whose rules are asked for; nil for the province's.
  package init(ofUnit unit: UUID?, history: RuleHistory) {
    self.unit = unit
    self.history = history
  }

  /// - Throws: 422 at `/query/unitId` where there is no such unit.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let path = try await path(lease)
    let rulebook = try caller.rulebook.of(unit: path)
    return Answer([
      "version": .string(rulebook.version), "effectiveFrom": JSONValue(rulebook.effectiveFrom),
      "nationalVersion": .string(rulebook.national.version),
      "settings": .array(RuleKey.all.map { setting($0, rulebook, caller.rulebook.settings, path) }),
      "national": .array(NationalCode.allCases.flatMap { rulebook.national.history(of: $0).map(\.json) }),
      "versions": .array(history.versions.indices.reversed().map { version($0, rulebook) }),
    ])
  }

  private func path(_ lease: borrowing some Lease & ~Copyable) async throws -> [String] {
    guard let unit else { return [] }
    let found = try await lease.query("SELECT path FROM unit WHERE id = \(unit)").scalar(
      SQLArray<String>.self)
    guard let path = found?.elements else {
      throw Refusal.invalid([FieldError("/query/unitId", .notFound)])
    }
    return path
  }

  private func setting(
    _ key: RuleKey, _ rulebook: Rulebook, _ province: TenantRules, _ path: [String]
  ) -> JSONValue {
    let day = rulebook.day
    let code = key.national ?? key.norm
    let row = code.flatMap { rulebook.national.binding($0, on: day, province: rulebook.tenant.code) }
    let value = rulebook.valueInForce(key)
    return [
      "key": .string(key.name), "value": value.map { JSONValue(rule: $0) } ?? .null,
      "layer": .string(layer(key, province, path)), "type": .string(key.type.picture),
      "direction": .string(key.direction.rawValue), "meaning": .string(key.meaning),
      "legal": .string(row.map { "\(key.legal); \($0.legal)" } ?? key.legal),
      "default": key.initial(rulebook.national, on: day).map { JSONValue(rule: $0) } ?? .null,
      "national": row.map(\.json) ?? .null, "isOfUnits": .bool(key.holdsInUnits),
    ]
  }

  /// Where the value comes from.
  private func layer(_ key: RuleKey, _ province: TenantRules, _ path: [String]) -> String {
    if province.settings(ofUnit: path)[key.name] != nil { return "unit" }
    return province.settings[key.name] == nil || key.direction == .locked ? "national" : "tenant"
  }

  private func version(_ index: Int, _ rulebook: Rulebook) -> JSONValue {
    let version = history.versions[index]
    let own = version.file.rulebook
    return [
      "version": .string(own.version), "effectiveFrom": JSONValue(own.effectiveFrom),
      "acceptedAt": JSONValue(version.acceptedAt), "sha256": .string(hexadecimal(version.sha256)),
      "draftId": JSONValue(version.draftID),
      "replacedBy": JSONValue(history.replacement(of: index)?.file.rulebook.version),
      "inForce": .bool(own.version == rulebook.version && own.effectiveFrom == rulebook.effectiveFrom),
    ]
  }

  private static let national = Shape.component(
    "NationalRule",
    .object([
      .required("code", .text(max: 40)), .required("value", .any), .required("from", .date),
      .required("until", .nullable(.date)), .required("province", .nullable(.text(max: 2))),
      .required("legal", .text(max: 300)), .required("mark", .nullable(.text(max: 5))),
    ]))

  private static let setting = Shape.component(
    "RuleSetting",
    .object([
      .required("key", .text(max: 100)), .required("value", .any),
      .required("layer", .oneOf(["national", "tenant", "unit"])), .required("type", .text(max: 3000)),
      .required("direction", .oneOf(["free", "stricter_lower", "stricter_higher", "locked", "fixed"])),
      .required("meaning", .text(max: 1000)), .required("legal", .text(max: 1000)),
      .required("default", .any, "What holds where nobody sets it."),
      .required("national", .nullable(national), "The nation's number behind it, which bounds it."),
      .required("isOfUnits", .boolean, "Whether a unit may be stricter."),
    ]))

  /// What the API answers.
  package static let shape = Shape.component(
    "Rules",
    .object([
      .required("version", .text(max: 50)), .required("effectiveFrom", .nullable(.date)),
      .required("nationalVersion", .text(max: 40)), .required("settings", .array(of: setting)),
      .required("national", .array(of: national)),
      .required(
        "versions",
        .array(
          of: .object([
            .required("version", .text(max: 40)), .required("effectiveFrom", .nullable(.date)),
            .required("acceptedAt", .dateTime), .required("sha256", .text(max: 64)),
            .required("draftId", .nullable(.uuid)), .required("inForce", .boolean),
            .required(
              "replacedBy", .nullable(.text(max: 40)), "The version that begins before this one would have."),
          ]))),
    ]))
}

extension NationalRow {
  fileprivate var json: JSONValue {
    [
      "code": .string(code.rawValue), "value": setting.map { JSONValue(rule: $0) } ?? .null,
      "from": JSONValue(from), "until": JSONValue(until), "province": JSONValue(province),
      "legal": .string(legal), "mark": JSONValue(mark),
    ]
  }
}
