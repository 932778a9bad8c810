import Postgres

/// Words that somebody looks for: a row fits where each of them stands in one of its texts.
package struct SearchedWords: Sendable {
  /// Words that count; whoever types more has found it long since.
  private static let most = 8

  private let words: [String]

  /// Nil where nothing was typed.
  package init?(_ text: String?) {
    words = (text ?? "").split(whereSeparator: \.isWhitespace).prefix(Self.most).map(String.init)
    if words.isEmpty { return nil }
  }

  /// The condition on a row.
  /// - Parameter texts: the row's columns with commas between.
  func fit(_ texts: SQL) -> SQL { all { SearchedWords.holds($0, "concat_ws(' ', \(texts))") } }

  /// Whether what `condition` makes of each word holds for all of them.
  func all(_ condition: (String) -> SQL) -> SQL {
    SQL(joining: words.map(condition), separator: " AND ")
  }

  /// Whether a word stands in a text, capitals or not.
  static func holds(_ word: String, _ text: SQL) -> SQL { "position(lower(\(word)) IN lower(\(text))) > 0" }
}
