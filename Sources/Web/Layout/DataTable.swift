import HTML

/// A column of a table.
struct TableColumn: Sendable {
  let title: String
  /// Amounts stand to the right, digit under digit.
  var isNumber = false

  var cellClass: String? { isNumber ? "number" : nil }
}

/// Tables that become cards on a phone. The roles are spelled out, since a table that is laid out as blocks
/// is no table to a screen reader otherwise.
extension Hypertext {
  /// A table with its caption and head; `rows` writes the rows.
  /// - Parameter isTitled: whether a heading above says the same, so that only screen readers are told.
  func dataTable(
    _ title: String, _ columns: [TableColumn], isTitled: Bool = false, rows: () -> Void
  ) {
    table(.class("table"), .role("table")) {
      caption(title, .class(isTitled ? "hidden-visually" : nil))
      thead(.role("rowgroup")) {
        tr(.role("row")) {
          for column in columns {
            th(.col, column.title, .role("columnheader"), .class(column.cellClass))
          }
        }
      }
      tbody(.role("rowgroup"), content: rows)
    }
  }

  /// A row; the first cell heads it.
  func dataRow(content: () -> Void) { tr(.role("row"), content: content) }

  /// The cell that names its row.
  func rowHead(content: () -> Void) { th(.row, .role("rowheader"), content: content) }

  /// A cell; on a phone the title of its column stands before it.
  func cell(_ column: TableColumn, content: () -> Void) {
    td(.role("cell"), .class(column.cellClass), .data(.label, column.title)) { span(content: content) }
  }

  /// A cell with a text.
  func cell(_ column: TableColumn, _ text: String) { cell(column) { self.text(text) } }
}
