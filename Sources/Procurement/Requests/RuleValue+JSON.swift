package import EOrderRules
package import StrictJSON

extension JSONValue {
  /// The same tree as JSON.
  package init(rule value: RuleValue) {
    self =
      switch value {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .int(let number): .integer(number)
      case .string(let text): .string(text)
      case .array(let elements): .array(elements.map { JSONValue(rule: $0) })
      case .object(let members):
        .object(members.map { JSONMember(name: $0.name, value: JSONValue(rule: $0.value)) })
      }
  }

  package init(_ amount: Rupiah) { self = .integer(amount.amount) }
  package init(_ day: Day?) { self = day.map { .string($0.description) } ?? .null }

  /// The day that a string spells.
  package var day: Day? { text.flatMap { Day($0) } }
}
