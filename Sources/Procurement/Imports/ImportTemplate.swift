package import EOrderRules

/// The header of a kind of file with one row as an example.
package struct ImportTemplate: Sendable {
  package let kind: ImportKind

  package init(_ kind: ImportKind) { self.kind = kind }

  /// CSV that can be handed in as it stands, its category being one that the province has.
  package func csv(under rulebook: Rulebook) -> String {
    let columns = kind.target.columns.filter { !$0.isUnasked }
    let example = columns.map { column in
      guard column.name == "category", rulebook.categories[column.example] == nil else {
        return column.example
      }
      return rulebook.categories.keys.min() ?? column.example
    }
    return line(columns.map(\.name)) + line(example)
  }

  private func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",;\"\n".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
