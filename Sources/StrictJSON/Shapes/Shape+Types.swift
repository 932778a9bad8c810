extension Shape {
  /// The JSON type that the shape takes, for people.
  var typeName: String {
    switch kind {
    case .object, .map: "object"
    case .array: "array"
    case .text, .formatted, .oneOf, .uuid, .date, .dateTime: "string"
    case .integer: "integer"
    case .boolean: "boolean"
    case .nullable(let inner): inner.typeName + ", null"
    case .anyOf(let shapes): shapes.map(\.typeName).joined(separator: ", ")
    case .any: "any"
    case .constant(let value): String(decoding: value.encoded, as: UTF8.self)
    case .component(_, let inner): inner.typeName
    }
  }

  /// True where a value of this JSON type may fit the shape.
  func takesType(of value: JSONValue) -> Bool {
    switch (kind, value) {
    case (.object, .object), (.map, .object), (.array, .array), (.boolean, .bool): true
    case (.integer, .integer), (.integer, .number), (.any, _): true
    case (.text, .string), (.formatted, .string), (.oneOf, .string): true
    case (.uuid, .string), (.date, .string), (.dateTime, .string): true
    case (.nullable(let inner), _): value.isNull || inner.takesType(of: value)
    case (.anyOf(let shapes), _): shapes.contains { $0.takesType(of: value) }
    case (.component(_, let inner), _): inner.takesType(of: value)
    default: false
    }
  }

  /// The JSON value that a text from a query, a form or a CSV cell stands for in this shape.
  ///
  /// Numbers and booleans are recognised where they are due; the result still has to be validated.
  package func reading(_ text: String) -> JSONValue {
    switch kind {
    case .integer:
      if case .integer(let number)? = try? JSONValue(parsing: text.utf8) { return .integer(number) }
      if case .number(let written)? = try? JSONValue(parsing: text.utf8) { return .number(written) }
      return .string(text)
    case .boolean:
      return text == "true" ? true : text == "false" ? false : .string(text)
    case .nullable(let inner): return inner.reading(text)
    case .component(_, let inner): return inner.reading(text)
    default: return .string(text)
    }
  }
}
