import StrictJSON

/// A column of a file: its name, what its cells hold, and an example.
struct ImportColumn: Sendable {
  enum Content: Sendable {
    case value(Shape)
    /// Values with `|` between them; sorted where their order says nothing.
    case list(Shape, ordered: Bool)
  }

  let name: String
  let content: Content
  let isRequired: Bool
  let example: String

  static func required(_ name: String, _ shape: Shape, _ example: String) -> ImportColumn {
    ImportColumn(name: name, content: .value(shape), isRequired: true, example: example)
  }

  static func optional(_ name: String, _ shape: Shape, _ example: String = "") -> ImportColumn {
    ImportColumn(name: name, content: .value(shape), isRequired: false, example: example)
  }

  static func list(_ name: String, of shape: Shape, ordered: Bool = false, _ example: String) -> ImportColumn
  {
    ImportColumn(name: name, content: .list(shape, ordered: ordered), isRequired: true, example: example)
  }

  /// The cell in its normal form, empty where it holds nothing, or what is wrong with it.
  func read(_ cell: String) -> (text: String, error: FieldErrorCode?, detail: Bilingual?) {
    switch content {
    case .value(let shape):
      if cell.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) { return ("", isRequired ? .required : nil, nil) }
      let (value, errors) = shape.validate(shape.reading(cell))
      return (value.plain, errors.first?.code, errors.first?.detail)
    case .list(let shape, let ordered):
      let parts = cell.split(separator: "|").map { $0.trimmingPrefix(" ") }.filter { !$0.isEmpty }
      if parts.isEmpty { return ("", isRequired ? .required : nil, nil) }
      var read: [String] = []
      for part in parts {
        let (value, errors) = shape.validate(shape.reading(String(part)))
        if let error = errors.first { return ("", error.code, error.detail) }
        if !read.contains(value.plain) { read.append(value.plain) }
      }
      return ((ordered ? read : read.sorted()).joined(separator: "|"), nil, nil)
    }
  }
}

extension String {
  /// The values of a list's cell.
  var listed: [String] { split(separator: "|").map(String.init) }
}

extension JSONValue {
  /// The value as a cell writes it.
  fileprivate var plain: String {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    default: ""
    }
  }
}
