/// A plain tree of values: settings, explanations and decisions, before anyone turns them into JSON.
package indirect enum RuleValue: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case string(String)
  case array([RuleValue])
  /// Members in the order in which they are to be written.
  case object([(name: String, value: RuleValue)])

  /// The member of an object; nil where there is none.
  package subscript(_ name: String) -> RuleValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string.
  package var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The number of an integer.
  package var integer: Int64? { if case .int(let number) = self { number } else { nil } }
  /// The truth of a flag.
  package var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  /// The parts of an array.
  package var list: [RuleValue]? { if case .array(let list) = self { list } else { nil } }
  /// The members of an object.
  package var members: [(name: String, value: RuleValue)]? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension RuleValue: Equatable {
  /// Objects are equal where the same members stand in the same order.
  package static func == (left: RuleValue, right: RuleValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    default: false
    }
  }
}

extension RuleValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// `null`.
  package init(nilLiteral: Void) { self = .null }
  /// A flag.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  package init(integerLiteral value: Int64) { self = .int(value) }
  /// A text.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A list.
  package init(arrayLiteral elements: RuleValue...) { self = .array(elements) }
  /// An object whose members keep their order.
  package init(dictionaryLiteral elements: (String, RuleValue)...) {
    self = .object(elements.map { (name: $0.0, value: $0.1) })
  }

  /// An amount as its number of rupiah.
  package init(_ amount: Rupiah) { self = .int(amount.amount) }
  /// A day as ISO text.
  package init(_ day: Day) { self = .string(day.description) }
  /// A text, or null where there is none.
  package init(_ text: String?) { self = text.map { .string($0) } ?? .null }
}
