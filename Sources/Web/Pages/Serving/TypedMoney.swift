/// Whole rupiah as people type them.
enum TypedMoney {
  /// `Rp 1.234.567` and `1,234,567` as `1234567`; what is no amount stays as it is and is refused later.
  static func digits(_ text: String) -> String {
    let typed = text.filter { !$0.isWhitespace }
    let pattern = /(?:[Rr][Pp]\.?)?(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:,-)?/
    guard let match = typed.wholeMatch(of: pattern) else { return typed }
    return match.1.filter { $0 != "." && $0 != "," }
  }
}
