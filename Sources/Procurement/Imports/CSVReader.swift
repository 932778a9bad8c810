/// Reads a table by RFC 4180, to the letter.
///
/// SwiftCSV 0.10 was tried and is not used: it takes a file that ends within quotation marks, drops an empty
/// last cell, eats blanks at the beginning of cells and lets quotation marks stand in the middle of one, so
/// that a damaged file would be imported as if it were whole.
struct CSVReader {
  /// Why bytes are no table, and in which record, the header being 0.
  struct Fault: Error, Equatable {
    enum Reason { case notUTF8, openQuotation, textBesideQuotation, carriageReturn }

    let reason: Reason
    let record: Int
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position = 0
  private var record = 0

  /// The delimiter is a semicolon where the first line has one: no column's name contains either. Spreadsheets
  /// begin UTF-8 with a byte-order mark, which is skipped.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
    delimiter = header.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }

  /// The cells of the next record; nil at the end of the file.
  mutating func next() throws(Fault) -> [String]? {
    guard position < bytes.count else { return nil }
    var cells: [String] = []
    repeat { cells.append(try cell()) } while take(delimiter)
    try endOfRecord()
    record += 1
    return cells
  }

  private mutating func cell() throws(Fault) -> String {
    guard take(UInt8(ascii: "\"")) else { return try plainCell() }
    var content: [UInt8] = []
    while true {
      let start = position
      while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
      guard position < bytes.count else { throw fault(.openQuotation) }
      content += bytes[start..<position]
      position += 1
      guard take(UInt8(ascii: "\"")) else { break }
      content.append(UInt8(ascii: "\""))
    }
    return try text(content).replacing("\r\n", with: "\n")
  }

  private mutating func plainCell() throws(Fault) -> String {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r"): return try text(bytes[start..<position])
      case UInt8(ascii: "\""): throw fault(.textBesideQuotation)
      default: position += 1
      }
    }
    return try text(bytes[start..<position])
  }

  private mutating func endOfRecord() throws(Fault) {
    let hasReturn = take(UInt8(ascii: "\r"))
    if take(UInt8(ascii: "\n")) || (position == bytes.count && !hasReturn) { return }
    throw fault(hasReturn ? .carriageReturn : .textBesideQuotation)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private func text(_ content: some Collection<UInt8>) throws(Fault) -> String {
    guard let text = String(validating: content, as: UTF8.self) else { throw fault(.notUTF8) }
    return text
  }

  private func fault(_ reason: Fault.Reason) -> Fault { Fault(reason: reason, record: record) }
}
