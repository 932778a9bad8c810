/// Text compared by its code points, where `String` would hold canonically equivalent texts to be equal.
///
/// The Kelvin sign is a `K` to `String`: a name or a code has to be told from its look-alike.
struct ExactText: Hashable, Comparable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// By UTF-8 bytes, which is also the order of code points.
  static func < (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Equivalent texts share a hash, so it serves for the finer equality too.
  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
