import EOrderRules
import Yams

/// The parser stops at the first mapping with a key that stands twice and does not say where; this finds the
/// place, marks the key, and reads again, so that every such key is told together with all other errors.
enum DuplicateKeys {
  private static let mark = "~twice~"
  // Each is one more reading of the whole file.
  private static let mostMarked = 20

  /// The document of the text with the parser that read it; keys that stand twice are marked in it.
  static func compose(_ text: inout String) throws(RuleFileError) -> (node: Node, parser: Parser)? {
    for _ in 0...mostMarked {
      do {
        let parser = try Parser(yaml: text)
        return try parser.singleRoot().map { ($0, parser) }
      } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
        let key = duplicates.first ?? ""
        guard let marked = marking(key, after: context.mark, in: text) else {
          throw RuleFileError([RuleFileProblem(line: context.mark.line, key: key, problem)])
        }
        text = marked
      } catch let error as YamlError {
        throw RuleFileError(error)
      } catch {
        throw RuleFileError(atStart: RuleProblem(.notYAML(nil)))
      }
    }
    throw RuleFileError(atStart: RuleProblem(.tooManyRepeatedKeys, bound: .exactly("\(mostMarked)")))
  }

  static let problem = RuleProblem(.repeatedKey)

  /// The key without its mark; nil where it was not marked.
  static func original(_ key: String) -> String? {
    guard key.hasPrefix(mark) else { return nil }
    var rest = key[...]
    while rest.hasPrefix(mark) { rest = rest.dropFirst(mark.count) }
    return String(rest)
  }

  /// The text with the second place of the key marked, its first being known.
  private static func marking(_ key: String, after first: Mark, in text: String) -> String? {
    // By bytes: as characters, a return and a new line are one, and no line of such a file would end.
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    for index in lines.indices where index >= first.line - 1 {
      var from = 0
      if index == first.line - 1 { from = first.column + key.unicodeScalars.count }
      let isBlock = index > first.line - 1
      guard let place = place(of: key, in: lines[index], from: from, column: isBlock ? first.column : nil)
      else { continue }
      var scalars = Array(lines[index].unicodeScalars)
      scalars.insert(contentsOf: mark.unicodeScalars, at: place)
      lines[index] = String(String.UnicodeScalarView(scalars))
      return lines.joined(separator: "\n")
    }
    return nil
  }

  /// Where the key's word begins in a line, if it is a key there: at the column of the first in block style,
  /// behind a brace or comma in flow style.
  private static func place(of key: String, in line: String, from: Int, column: Int?) -> Int? {
    let scalars = Array(line.unicodeScalars)
    let word = Array(key.unicodeScalars)
    guard !word.isEmpty, scalars.count >= word.count else { return nil }
    for start in 0...(scalars.count - word.count) where start >= from {
      guard Array(scalars[start..<start + word.count]) == word else { continue }
      let isQuoted = start > 0 && (scalars[start - 1] == "\"" || scalars[start - 1] == "'")
      var after = scalars[(start + word.count)...]
      if isQuoted { after = after.dropFirst() }
      guard after.drop(while: { $0 == " " }).first == ":" else { continue }
      let begin = isQuoted ? start - 1 : start
      let before = scalars[..<begin].reversed().drop { $0 == " " }.first
      let isFlow = before == "{" || before == ","
      let isBlock = column.map { $0 - 1 == begin } ?? false
      if isFlow || isBlock { return start }
    }
    return nil
  }
}
