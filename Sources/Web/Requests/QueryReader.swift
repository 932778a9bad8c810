import Foundation
import StrictJSON

/// Reads a query string against the parameters of a route, all errors at once.
struct QueryReader {
  private var values: [String: JSONValue] = [:]
  private(set) var errors: [FieldError] = []

  init(_ query: String?, _ parameters: [ShapeField]) {
    for (name, text) in Self.pairs(query) {
      let pointer = "/query/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        errors.append(FieldError(pointer, .unknown))
        continue
      }
      guard let text, values[name] == nil else {
        errors.append(FieldError(pointer, .badFormat))
        continue
      }
      let (value, found) = parameter.shape.validate(parameter.shape.reading(text))
      values[name] = value
      errors += found.map { FieldError(pointer, $0.code, detail: $0.detail) }
    }
    for parameter in parameters where parameter.isRequired && values[parameter.name] == nil {
      errors.append(FieldError("/query/\(parameter.name)", .required))
    }
  }

  /// The parameters as an object.
  var value: JSONValue { .object(values.map { JSONMember(name: $0.key, value: $0.value) }) }

  /// Names and texts, decoded; a text that is not percent-encoded UTF-8 is nil.
  static func pairs(_ query: String?) -> [(String, String?)] {
    (query ?? "").split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = decode(parts[0]) ?? String(parts[0])
      return (name, parts.count == 2 ? decode(parts[1]) : "")
    }
  }

  private static func decode(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }
}
