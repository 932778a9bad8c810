extension String {
  /// The text on one line: what would break a line, or is not seen, becomes a question mark, since an error is
  /// one line wherever it is printed.
  var onOneLine: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { Self.breaks($0.properties.generalCategory) ? "?" : $0 }))
  }

  /// A name that somebody gave, on one line and cut where it is too long for one.
  var asNamed: String { String(onOneLine.unicodeScalars.prefix(100)) }

  private static func breaks(_ category: Unicode.GeneralCategory) -> Bool {
    [.control, .format, .lineSeparator, .paragraphSeparator].contains(category)
  }
}
