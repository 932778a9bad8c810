import Foundation

/// Length and content of free text.
struct TextBounds: Sendable {
  enum Lines {
    /// Trimmed, no control character at all.
    case one
    /// Trimmed, newlines allowed.
    case many
    /// Neither trimmed nor normalised, no control character.
    case exact
  }

  /// Code points that have to be left after trimming.
  let min: Int
  /// Code points at most, as sent and as normalised.
  let max: Int
  let lines: Lines

  /// The text as it is kept, and what is wrong with it.
  func check(_ sent: String) -> (text: String, code: FieldErrorCode?, bound: Int) {
    // No code point takes more than four bytes, so a megabyte is refused without being looked at.
    if sent.utf8.count > 4 * max { return (sent, .tooLong, max) }
    let kept = lines == .exact ? sent : normalised(sent)
    let length = Swift.max(sent.unicodeScalars.count, kept.unicodeScalars.count)
    if length > max { return (kept, .tooLong, max) }
    if sent.unicodeScalars.contains(where: isForbidden) { return (kept, .badFormat, 0) }
    if kept.unicodeScalars.count < min { return (kept, .tooShort, min) }
    return (kept, nil, 0)
  }

  private func normalised(_ sent: String) -> String {
    let scalars = sent.unicodeScalars
    let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !isBlank($0) }.map(scalars.index(after:)) ?? scalars.endIndex
    let trimmed = String(scalars[start..<end])
    return trimmed.utf8.allSatisfy { $0 < 0x80 } ? trimmed : trimmed.precomposedStringWithCanonicalMapping
  }

  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" { return lines != .many }
    return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    case 0x0A: lines == .many
    default: false
    }
  }
}

extension TextBounds {
  /// The ECMA pattern of the texts that `check` accepts, lengths aside.
  var pattern: String {
    let forbidden =
      lines == .many ? #"\u0000-\u0009\u000b-\u001f\u007f-\u009f"# : #"\u0000-\u001f\u007f-\u009f"#
    let blanks = (lines == .many ? #"\n"# : "") + #" \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"#
    let allowed = "[^\(forbidden)]"
    let visible = "[^\(forbidden)\(blanks)]"
    switch (lines, min) {
    case (.exact, _), (_, ...0): return "^\(allowed)*$"
    case (_, 1): return "^[\(blanks)]*\(visible)\(allowed)*$"
    default: return "^[\(blanks)]*\(visible)\(allowed){\(min - 2),}\(visible)[\(blanks)]*$"
    }
  }
}
