/// A named form of text: one grammar gives the published pattern and the check.
package struct TextFormat: Sendable {
  /// The name in code and in messages.
  package let name: String
  /// What a right one looks like.
  package let example: String
  /// The ECMA pattern, anchored at both ends.
  package let pattern: String
  let grammar: TextGrammar
  let maximumLength: Int?
  /// The `format` of JSON Schema where there is one.
  let jsonFormat: String?

  package init(
    _ name: String, example: String, maximumLength: Int? = nil, jsonFormat: String? = nil,
    _ grammar: TextGrammar
  ) {
    self.name = name
    self.example = example
    self.grammar = grammar
    self.maximumLength = maximumLength
    self.jsonFormat = jsonFormat
    pattern = "^\(grammar.regex)$"
  }

  /// True where the whole text is of this form.
  package func matches(_ text: String) -> Bool {
    if let maximumLength, text.unicodeScalars.count > maximumLength { return false }
    return grammar.matches(Array(text.utf8))
  }

  var schema: JSONValue {
    var members = [JSONMember(name: "type", value: "string")]
    if let jsonFormat { members.append(JSONMember(name: "format", value: .string(jsonFormat))) }
    if let maximumLength { members.append(JSONMember(name: "maxLength", value: JSONValue(maximumLength))) }
    members.append(JSONMember(name: "pattern", value: .string(pattern)))
    members.append(JSONMember(name: "examples", value: [.string(example)]))
    return .object(members)
  }
}
