import EOrderRules
import StrictJSON
import Tenancy

/// A setting that two versions of the rules give different values.
struct RuleDifference: Sendable, Equatable {
  let key: String
  /// The unit whose setting it is; nil for the province's.
  let unit: String?
  /// Null where nothing was or is set.
  let before: RuleValue
  let after: RuleValue

  /// What a new version changes, in the order of the documentation; what names a version is no change.
  static func all(from before: TenantRules, to after: TenantRules) -> [RuleDifference] {
    let named = ["version", "effective_from", "units"]
    let own = RuleKey.all.filter { !named.contains($0.name) }.compactMap { key in
      difference(key.name, nil, before.value(key.name), after.value(key.name))
    }
    let units = Set(before.units + after.units).sorted()
    return own
      + units.flatMap { unit in
        let (old, new) = (before.settings(ofUnit: unit), after.settings(ofUnit: unit))
        return RuleKey.ofUnits.compactMap { difference($0.name, unit, old[$0.name], new[$0.name]) }
      }
  }

  private static func difference(
    _ key: String, _ unit: String?, _ before: RuleValue?, _ after: RuleValue?
  ) -> RuleDifference? {
    guard before != after else { return nil }
    return RuleDifference(key: key, unit: unit, before: before ?? .null, after: after ?? .null)
  }

  var json: JSONValue {
    [
      "key": .string(key), "unit": JSONValue(unit), "from": JSONValue(rule: before),
      "to": JSONValue(rule: after),
    ]
  }

  static let shape = Shape.component(
    "RuleDifference",
    .object([
      .required("key", .text(max: 100)), .required("unit", .nullable(.text(max: 60))),
      .required("from", .any), .required("to", .any),
    ]))
}
