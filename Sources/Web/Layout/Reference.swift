import HTML

extension Hypertext {
  /// A text; where it is a number with strokes, such as an order's, lines end behind these and nowhere else.
  func reference(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 2, !text.contains(" ") else {
      bdi(text)
      return
    }
    bdi {
      span(.class("reference")) {
        for (index, part) in parts.enumerated() {
          let isLast = index == parts.count - 1
          self.text(isLast ? String(part) : "\(part)/")
          if !isLast { wbr() }
        }
      }
    }
  }
}
