import HTML

extension Hypertext {
  /// A text; where it is a number with strokes, such as an order's, it is set small enough for a line of a phone.
  func reference(_ text: String) {
    let isNumber = !text.contains(" ") && text.count { $0 == "/" } > 1
    bdi(text, .class(isNumber ? "reference" : nil))
  }
}
