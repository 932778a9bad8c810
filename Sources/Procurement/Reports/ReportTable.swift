import EOrderRules
package import Files

/// The rows of a report as a file for spreadsheets.
package struct ReportTable: Sendable {
  package typealias Cell = Spreadsheet.Cell

  private let header: [String]
  private let rows: [[Cell]]

  init(_ header: [String], _ rows: [[Cell]]) {
    self.header = header
    self.rows = rows
  }

  package var csv: [UInt8] {
    let lines = rows.map { cells in CSVText.line(cells.map(\.csv)) }
    return Array((CSVText.line(header) + lines.joined()).utf8)
  }

  /// - Throws: what the disk says.
  package func xlsx() throws -> [UInt8] { try Spreadsheet(header: header, rows: rows).bytes() }
}

extension Spreadsheet.Cell {
  /// Nothing where there is no number.
  static func number(orEmpty number: Int64?) -> Self { number.map { .number($0) } ?? .text("") }

  static func amount(_ amount: Rupiah?) -> Self { number(orEmpty: amount?.amount) }

  fileprivate var csv: String {
    switch self {
    case .text(let text): CSVText.plain(text)
    case .number(let number): String(number)
    }
  }
}
