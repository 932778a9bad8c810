import Foundation

/// Numbers of papers and telephones as people type them.
enum TypedCode {
  /// `1234 5678` and `01.234.567.8-901.000` without what only makes them easier to read.
  static func digits(_ text: String) -> String {
    text.filter { !$0.isWhitespace && !".-/".contains($0) }
  }

  /// `0a1b 2c3d` in capitals without blanks.
  static func capitals(_ text: String) -> String {
    text.filter { !$0.isWhitespace && !".-".contains($0) }.uppercased()
  }

  /// `0812-3456-7890` and `62 812 3456 7890` as `+6281234567890`; what is no number stays and is refused later.
  static func phone(_ text: String) -> String {
    let typed = text.filter { !$0.isWhitespace && !".-()".contains($0) }
    if typed.hasPrefix("0") { return "+62" + typed.dropFirst() }
    return typed.hasPrefix("62") ? "+" + typed : typed
  }
}
