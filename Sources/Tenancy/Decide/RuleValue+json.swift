package import EOrderRules
package import StrictJSON

extension JSONValue {
  /// A tree of the rules as JSON, members in their order.
  package init(_ value: RuleValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .integer(number)
    case .string(let text): self = .string(text)
    case .array(let list): self = .array(list.map { JSONValue($0) })
    case .object(let members):
      self = .object(members.map { JSONMember(name: $0.name, value: JSONValue($0.value)) })
    }
  }
}

extension RuleValue {
  /// A tree that was written as JSON before; a number that is none of ours stays as text.
  package init(json value: JSONValue) {
    self =
      switch value {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .integer(let number): .int(number)
      case .number(let text), .string(let text): .string(text)
      case .array(let elements): .array(elements.map { RuleValue(json: $0) })
      case .object(let members):
        .object(members.map { (name: $0.name, value: RuleValue(json: $0.value)) })
      }
  }
}
