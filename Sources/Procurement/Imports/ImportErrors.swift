import StrictJSON

/// What is wrong with a file, row by row: every bad row is named.
struct ImportErrors {
  /// More errors of one row help nobody.
  private static let mostOfRow = 20
  /// A file in which so many rows are wrong is another file; its answer would be larger than the file.
  private static let mostRows = 200_000

  private var errors: [(row: Int, error: FieldError)] = []
  private var counts: [Int: Int] = [:]

  var isEmpty: Bool { errors.isEmpty }

  /// - Parameter row: counted from 1, the first after the header.
  mutating func add(
    _ row: Int, _ column: String, _ code: FieldErrorCode, detail: Bilingual? = nil, bound: String = ""
  ) {
    let count = counts[row] ?? 0
    guard count < Self.mostOfRow, count > 0 || counts.count < Self.mostRows else { return }
    counts[row] = count + 1
    let pointer = "/rows/\(row)" + (column.isEmpty ? "" : "/\(column)")
    let error =
      detail.map { FieldError(pointer, code, detail: $0) } ?? FieldError(pointer, code, bound: bound)
    errors.append((row, error))
  }

  /// The refusal of the file, its rows in order; nothing where all is right.
  func check() throws {
    if errors.isEmpty { return }
    throw Refusal.invalid(errors.sorted { $0.row < $1.row }.map(\.error))
  }
}
