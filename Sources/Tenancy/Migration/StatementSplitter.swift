/// Splits a migration file at the semicolons that end statements: not those in quotes, dollar quotes or
/// comments.
struct StatementSplitter {
  private var text: Substring
  private var current = ""
  private var statements: [String] = []

  static func split(_ sql: String) -> [String] {
    var splitter = StatementSplitter(text: sql[...])
    splitter.run()
    return splitter.statements
  }

  private init(text: Substring) { self.text = text }

  private mutating func run() {
    while let character = text.first {
      if text.hasPrefix("--") {
        text = text.drop { $0 != "\n" }
      } else if character == "'" || character == "\"" {
        take(through: String(character))
      } else if character == "$", let tag = dollarTag() {
        take(through: tag)
      } else if character == ";" {
        text.removeFirst()
        finish()
      } else {
        current.append(text.removeFirst())
      }
    }
    finish()
  }

  /// `$tag$` at this place, or nil.
  private func dollarTag() -> String? {
    guard let match = text.prefixMatch(of: /\$[A-Za-z_]*\$/) else { return nil }
    return String(match.0)
  }

  /// Copies a quoted piece with both of its ends.
  private mutating func take(through end: String) {
    current += end
    text = text.dropFirst(end.count)
    while !text.isEmpty && !text.hasPrefix(end) { current.append(text.removeFirst()) }
    current += text.prefix(end.count)
    text = text.dropFirst(end.count)
  }

  private mutating func finish() {
    let statement = current.trimmingSuffix { $0.isWhitespace }.drop { $0.isWhitespace }
    if !statement.isEmpty { statements.append(String(statement)) }
    current = ""
  }
}

extension String {
  fileprivate func trimmingSuffix(_ matches: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let last = text.last, matches(last) { text.removeLast() }
    return text
  }
}
