import CXLSXWriter
import Foundation

/// A table as a workbook of one sheet (ISO/IEC 29500, `xlsx`).
package struct Spreadsheet: Sendable {
  package enum Cell: Sendable, Hashable {
    /// Never read as a formula.
    case text(String)
    case number(Int64)
  }

  package static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  /// The largest whole number that a sheet holds exactly.
  private static let largestExact: Int64 = 1 << 53
  /// Characters of a cell at most.
  private static let longest = 32_767

  private let header: [String]
  private let rows: [[Cell]]

  package init(header: [String], rows: [[Cell]]) {
    self.header = header
    self.rows = rows
  }

  /// The file; it is put together in a folder that only this process reads.
  /// - Throws: what the disk says.
  package func bytes() throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sheet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("table.xlsx")
    guard let book = workbook_new(file.path), let sheet = workbook_add_worksheet(book, nil) else {
      throw CocoaError(.fileWriteUnknown)
    }
    let heading = workbook_add_format(book)
    format_set_bold(heading)
    write([header.map { .text($0) }], to: sheet, from: 0, heading)
    write(rows, to: sheet, from: 1, nil)
    worksheet_freeze_panes(sheet, 1, 0)
    guard workbook_close(book) == LXW_NO_ERROR else { throw CocoaError(.fileWriteUnknown) }
    return Array(try Data(contentsOf: file))
  }

  private func write(
    _ rows: [[Cell]], to sheet: UnsafeMutablePointer<lxw_worksheet>, from first: UInt32,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let place = (first + UInt32(row), UInt16(column))
        switch cell {
        case .number(let number) where number.magnitude <= UInt64(Self.largestExact):
          worksheet_write_number(sheet, place.0, place.1, Double(number), format)
        case .number(let number):
          worksheet_write_string(sheet, place.0, place.1, String(number), format)
        case .text(let text):
          worksheet_write_string(sheet, place.0, place.1, String(text.prefix(Self.longest)), format)
        }
      }
    }
  }
}
