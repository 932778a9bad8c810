extension Validation {
  mutating func text(_ value: JSONValue, _ bounds: TextBounds, at place: Pointer) -> JSONValue {
    guard case .string(let sent) = value else {
      note(place, .wrongType, bound: "string")
      return value
    }
    let (kept, code, bound) = bounds.check(sent)
    if let code { note(place, code, bound: bound > 0 ? "\(bound)" : "") }
    return .string(kept)
  }

  /// A text that `read` turns into the form that is kept, or refuses.
  mutating func string(
    _ value: JSONValue, at place: Pointer, looksLike example: String, _ read: (String) -> String?
  ) -> JSONValue {
    guard case .string(let sent) = value else {
      note(place, .wrongType, bound: "string")
      return value
    }
    if let kept = read(sent) { return .string(kept) }
    note(place, .badFormat, bound: example)
    return value
  }

  mutating func integer(_ value: JSONValue, _ min: Int64, _ max: Int64, at place: Pointer) -> JSONValue {
    switch value {
    case .integer(let number):
      if number < min { note(place, .tooSmall, bound: "\(min)") }
      if number > max { note(place, .tooLarge, bound: "\(max)") }
    case .number(let written):
      let whole = written.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
      note(place, whole ? .outOfRange : .notInteger)
    default: note(place, .wrongType, bound: "integer")
    }
    return value
  }

  mutating func boolean(_ value: JSONValue, at place: Pointer) -> JSONValue {
    if case .bool = value { return value }
    note(place, .wrongType, bound: "boolean")
    return value
  }

  mutating func oneOf(_ value: JSONValue, _ options: [String], at place: Pointer) -> JSONValue {
    guard case .string(let sent) = value else {
      note(place, .wrongType, bound: "string")
      return value
    }
    if !options.contains(where: { ExactText($0) == ExactText(sent) }) {
      note(place, .notOneOf, bound: options.joined(separator: ", "))
    }
    return value
  }
}
