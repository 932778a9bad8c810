import Postgres

/// Words that somebody is looking for in the catalogue.
struct CatalogueWords {
  /// Groups that are looked up at most.
  private static let mostGroups = 60

  private let text: String

  init(_ text: String) { self.text = text }

  private var query: SQL { "websearch_to_tsquery('pg_catalog.indonesian', \(text))" }

  /// Products that have the words in their text, ranked in millionths; where none has, those with a name that
  /// is so much alike that one slip in a word of five letters is forgiven, which costs more.
  func products(_ conditions: SQL) -> SQL {
    let exact: SQL = """
      SELECT p.*, (1000000 * ts_rank(p.search, \(query)))::bigint AS rank
      FROM product p WHERE \(conditions) AND p.search @@ \(query)
      """
    guard let groups else { return exact }
    return """
      \(exact)
      UNION ALL
      SELECT p.*, (1000000 * word_similarity(\(text), p.name))::bigint
      FROM product p WHERE \(conditions) AND p.name ~* \(groups) AND word_similarity(\(text), p.name) > 0.35
        AND NOT EXISTS (SELECT FROM product p WHERE \(conditions) AND p.search @@ \(query))
      """
  }

  /// A pattern of all groups of three characters in the words, which the index of trigrams finds: the operator
  /// of likeness would find names too, but by a threshold that belongs to the connection.
  private var groups: String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { Array($0) }.filter {
      $0.count >= 3
    }
    let found = words.flatMap { word in (0...(word.count - 3)).map { String(word[$0..<$0 + 3]) } }
    return found.isEmpty ? nil : Set(found.prefix(Self.mostGroups)).sorted().joined(separator: "|")
  }
}
