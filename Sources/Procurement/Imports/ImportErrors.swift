import StrictJSON

/// What is wrong with a file, row by row.
struct ImportErrors {
  /// More errors than this help nobody.
  private static let most = 500
  /// Kept until the rows are in order: checks of several rounds come one after the other.
  private static let mostKept = 4 * most

  private var errors: [(row: Int, error: FieldError)] = []

  var isEmpty: Bool { errors.isEmpty }

  /// - Parameter row: counted from 1, the first after the header.
  mutating func add(
    _ row: Int, _ column: String, _ code: FieldErrorCode, detail: Bilingual? = nil, bound: String = ""
  ) {
    guard errors.count < Self.mostKept else { return }
    let pointer = "/rows/\(row)" + (column.isEmpty ? "" : "/\(column)")
    let error =
      detail.map { FieldError(pointer, code, detail: $0) } ?? FieldError(pointer, code, bound: bound)
    errors.append((row, error))
  }

  /// The refusal of the file, its rows in order; nothing where all is right.
  func check() throws {
    if errors.isEmpty { return }
    throw Refusal.invalid(errors.sorted { $0.row < $1.row }.prefix(Self.most).map(\.error))
  }
}
