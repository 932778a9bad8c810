/// When something is done again and again: `daily`, `weekly`, `monthly`, or the five fields of cron.
package struct Schedule: Hashable, Sendable, LosslessStringConvertible {
  /// The schedule as it was written.
  package let description: String

  /// Reads a schedule; nil for anything else, and for fields out of their range.
  package init?(_ description: String) {
    guard Self.words.contains(description) || Self.isCron(description) else { return nil }
    self.description = description
  }

  private static let words = ["daily", "weekly", "monthly"]

  /// Minute, hour, day of the month, month, day of the week.
  private static let ranges = [0...59, 0...23, 1...31, 1...12, 0...7]

  private static func isCron(_ text: String) -> Bool {
    let fields = text.split(separator: " ", omittingEmptySubsequences: false)
    return fields.count == ranges.count && zip(fields, ranges).allSatisfy(isField)
  }

  private static func isField(_ field: Substring, _ range: ClosedRange<Int>) -> Bool {
    field.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
      let steps = part.split(separator: "/", omittingEmptySubsequences: false)
      if steps.count == 2, number(steps[1], 1...range.upperBound) == nil { return false }
      return steps.count <= 2 && isSpan(steps[0], range)
    }
  }

  private static func isSpan(_ text: Substring, _ range: ClosedRange<Int>) -> Bool {
    if text == "*" { return true }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { number($0, range) }
    guard let first = ends[0] else { return false }
    return ends.count == 1 || ends.count == 2 && ends[1].map { $0 >= first } ?? false
  }

  private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
    guard isDigits(text, 1...2), range.contains(decimal(text)) else { return nil }
    return decimal(text)
  }
}
