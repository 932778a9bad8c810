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
  /// Whether cells are kept in lower case, as e-mail addresses are.
  var isLowercase = false
  /// Whether cells may stand in a list of another file, so that they may not hold what separates its values.
  var isListed = false
  /// Whether a template leaves it out: files may have it, and few need it; nobody hands in particulars of persons
  /// without a need.
  var isUnasked = false

  /// Rupiah of one row at most, a quadrillion: many times a province's budget, and few enough to be added up.
  static let largestAmount: Int64 = 1_000_000_000_000_000

  static func required(_ name: String, _ shape: Shape, _ example: String) -> ImportColumn {
    ImportColumn(name: name, content: .value(shape), isRequired: true, example: example)
  }

  static func optional(_ name: String, _ shape: Shape, _ example: String = "") -> ImportColumn {
    ImportColumn(name: name, content: .value(shape), isRequired: false, example: example)
  }

  /// What a file may bring, such as a particular of a person, but is not asked for.
  static func unasked(_ name: String, _ shape: Shape, _ example: String) -> ImportColumn {
    var column = optional(name, shape, example)
    column.isUnasked = true
    return column
  }

  static func list(_ name: String, of shape: Shape, ordered: Bool = false, _ example: String) -> ImportColumn
  {
    ImportColumn(name: name, content: .list(shape, ordered: ordered), isRequired: true, example: example)
  }

  static func email(_ name: String, _ example: String) -> ImportColumn {
    var column = required(name, .text(.email), example)
    column.isLowercase = true
    return column
  }

  /// The key of a unit, a line of the budget or a price.
  static func code(_ name: String, _ shape: Shape, _ example: String) -> ImportColumn {
    var column = required(name, shape, example)
    column.isListed = true
    return column
  }

  /// Whether a cell may hold several values.
  var isList: Bool {
    if case .list = content { true } else { false }
  }

  /// The cell in its normal form, empty where it holds nothing, or what is wrong with it.
  func read(_ cell: String) -> (text: String, error: FieldErrorCode?, detail: Bilingual?) {
    switch content {
    case .value(let shape):
      if cell.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) { return ("", isRequired ? .required : nil, nil) }
      let (value, errors) = shape.validate(shape.reading(cell))
      if isListed, errors.isEmpty, cell.utf8.contains(UInt8(ascii: "|")) {
        return ("", .badFormat, Self.separator)
      }
      let text = isLowercase ? value.plain.lowercased() : value.plain
      return (text, errors.first?.code, errors.first?.detail)
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

extension ImportColumn {
  private static let separator = Bilingual(
    id: "Kode tidak boleh memuat tanda |.", en: "A code may not hold the sign |.")
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
