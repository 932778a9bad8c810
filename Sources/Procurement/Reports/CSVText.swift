/// Lines of a CSV file.
enum CSVText {
  /// One line with its end; cells with separators, quotation marks or line ends are quoted.
  static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

  /// A cell that no spreadsheet takes for a formula.
  static func plain(_ text: String) -> String {
    guard let first = text.first, "=+-@\t".contains(first) else { return text }
    return "'" + text
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",;\"\r\n".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
