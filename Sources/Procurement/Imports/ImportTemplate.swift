package import EOrderRules

/// The header of a kind of file with one row as an example.
package struct ImportTemplate: Sendable {
  package let kind: ImportKind

  package init(_ kind: ImportKind) { self.kind = kind }

  /// CSV that can be handed in as it stands, its category being one that the province has.
  /// - Parameter implied: columns that the file leaves out.
  package func csv(under rulebook: Rulebook, implied: Set<String> = []) -> String {
    let columns = kind.target.columns.filter { !$0.isUnasked && !implied.contains($0.name) }
    let example = columns.map { column in
      guard column.name == "category", rulebook.categories[column.example] == nil else {
        return column.example
      }
      return rulebook.categories.keys.min() ?? column.example
    }
    return CSVText.line(columns.map(\.name)) + CSVText.line(example)
  }
}
