package import EOrderRules
package import Postgres

/// The rulebook's categories as rows, for products to refer to.
package enum CategoryRows {
  /// Puts in the categories that are not there yet.
  /// - Parameter only: the one that is needed now; all without it.
  package static func insertion(_ rulebook: Rulebook, only code: String? = nil) -> SQL {
    let categories =
      code.map { [rulebook.categories[$0]].compactMap { $0 } }
      ?? rulebook.categories.values.sorted { $0.code < $1.code }
    return """
      INSERT INTO category (code, name_id, name_en, tax_classes, food)
      SELECT t.code, t.name_id, t.name_en, string_to_array(t.tax_classes, '|'), t.food::boolean
      FROM unnest(\(SQLArray(categories.map(\.code))), \(SQLArray(categories.map(\.name.indonesian))),
        \(SQLArray(categories.map(\.name.english))),
        \(SQLArray(categories.map { $0.taxClasses.map(\.rawValue).joined(separator: "|") })),
        \(SQLArray(categories.map { String($0.isFood) }))) AS t(code, name_id, name_en, tax_classes, food)
      ON CONFLICT (code) DO NOTHING
      """
  }
}
