import HTML

/// Lying bars with their names and values; the same stands in a table beside it.
struct BarChart: Component {
  struct Bar: Sendable {
    let name: String
    let value: Int64
    /// The value in words.
    let text: String
  }

  /// What the picture shows, for whoever hears it.
  let label: String
  let bars: [Bar]
  /// A value that is marked by a line; nil for none.
  var mark: Int64?

  private static let width = 300
  private static let rowHeight = 46
  private static let barHeight = 18.0
  /// Letters of a name that have room.
  private static let longestName = 40

  func write(to h: Hypertext) {
    guard let most = (bars.map(\.value) + [mark ?? 0]).max(), most > 0 else { return }
    let room = Double(Self.width - 122)
    h.figure(.class("figure")) {
      h.svg(width: Self.width, height: bars.count * Self.rowHeight + 8, label: label) {
        for (index, bar) in bars.enumerated() {
          let top = Double(index * Self.rowHeight)
          let length = max(2, room * Double(bar.value) / Double(most))
          h.drawnText(shortened(bar.name), x: 0, y: top + 14)
          h.rect(x: 0, y: top + 20, width: length, height: Self.barHeight, .class("bar"))
          h.drawnText(bar.text, x: length + 8, y: top + 34)
        }
        if let mark {
          let x = room * Double(mark) / Double(most)
          h.line(x1: x, y1: 0, x2: x, y2: Double(bars.count * Self.rowHeight), .class("axis"))
        }
      }
    }
  }

  private func shortened(_ name: String) -> String {
    name.count <= Self.longestName ? name : name.prefix(Self.longestName - 1) + "…"
  }
}
