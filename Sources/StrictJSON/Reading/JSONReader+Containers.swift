extension JSONReader {
  mutating func nested(
    _ read: (inout JSONReader) throws(JSONSyntaxError) -> JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    guard depth < maximumDepth else { throw failure("nesting deeper than \(maximumDepth)") }
    depth += 1
    position += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  mutating func array() throws(JSONSyntaxError) -> JSONValue {
    var elements: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      skipBlanks()
      elements.append(try value())
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure("array without its end") }
    return .array(elements)
  }

  mutating func object() throws(JSONSyntaxError) -> JSONValue {
    var members: [JSONMember] = []
    var names = MemberNames()
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw failure("no member name") }
      let start = position
      let name = try string()
      guard names.insert(name, among: members) else {
        throw JSONSyntaxError(reason: "member stands twice", offset: start)
      }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw failure("member without a value") }
      skipBlanks()
      members.append(JSONMember(name: name, value: try value()))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure("object without its end") }
    return .object(members)
  }
}

/// The names seen in one object: compared one by one while they are few, hashed when they are many.
private struct MemberNames {
  private var hashed: Set<ExactText> = []

  /// False where the name has been seen before.
  mutating func insert(_ name: String, among members: [JSONMember]) -> Bool {
    let few = 12
    if members.count < few { return !members.contains { ExactText($0.name) == ExactText(name) } }
    if members.count == few { hashed = Set(members.map { ExactText($0.name) }) }
    return hashed.insert(ExactText(name)).inserted
  }
}
