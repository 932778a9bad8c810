import EOrderRules
import HTML

/// From the lowest to the highest price of each thing, drawn to the scale of its reference; the table has the numbers.
struct PriceRanges: Component {
  struct Range: Sendable {
    let name: String
    let low: Int64
    let high: Int64
    /// The standard price, or the median.
    let reference: Int64
    let text: String
    /// Whether it was bought above its standard price.
    let isAbove: Bool
  }

  private static let width = 300
  private static let step = 60
  private static let longestName = 40

  let language: Language
  let ranges: [Range]

  func write(to h: Hypertext) {
    let label = language(PriceText.ranges)
    guard let most = ranges.map({ scaled($0.high, $0) }).max(), most > 0 else { return }
    let room = Double(Self.width - 8)
    let unit = room / max(most, 1500)
    h.figure(.class("figure")) {
      h.svg(width: Self.width, height: ranges.count * Self.step, label: label) {
        for (place, range) in ranges.enumerated() { draw(range, Double(place * Self.step), unit, h) }
      }
      h.figcaption(label)
    }
  }

  private func draw(_ range: Range, _ top: Double, _ unit: Double, _ h: Hypertext) {
    let (low, high) = (scaled(range.low, range) * unit, scaled(range.high, range) * unit)
    h.drawnText(shortened(range.name), x: 0, y: top + 14)
    h.rect(
      x: low, y: top + 20, width: max(high - low, 4), height: 12, .class("bar"),
      .data(.tone, range.isAbove ? Tone.bad.rawValue : nil))
    // Only beside the bar, so that it crosses no words.
    h.line(x1: 1000 * unit, y1: top + 16, x2: 1000 * unit, y2: top + 36, .class("axis"))
    h.drawnText(range.text, x: 0, y: top + 48)
  }

  /// A price in thousandths of its reference, three times at most so that one stranger does not press the others flat.
  private func scaled(_ price: Int64, _ range: Range) -> Double {
    min(3000, 1000 * Double(price) / Double(max(range.reference, 1)))
  }

  private func shortened(_ name: String) -> String {
    name.count <= Self.longestName ? name : name.prefix(Self.longestName - 1) + "…"
  }
}

/// Each purchase as a dot by its day and its price, with a line at the standard price.
struct PricesOverTime: Component {
  struct Dot: Sendable {
    let day: Day
    let price: Int64
    /// Whether the price is above the standard price of its day.
    let isAbove: Bool
  }

  private static let (width, height, left, foot) = (300, 200, 6.0, 24.0)
  private static let mostDots = 200

  let language: Language
  /// What the picture shows, for whoever hears it and below it.
  let label: String
  let dots: [Dot]
  let standard: Int64?

  func write(to h: Hypertext) {
    let shown = dots.prefix(Self.mostDots)
    guard let first = shown.map(\.day).min(), let last = shown.map(\.day).max() else { return }
    let prices = shown.map(\.price) + [standard].compactMap(\.self)
    let (low, high) = (prices.min() ?? 0, prices.max() ?? 0)
    let days = Double(max(last.days(since: first), 1))
    let ground = Double(Self.height) - Self.foot - 20
    func y(_ price: Int64) -> Double {
      guard high > low else { return 24 + ground / 2 }
      return 24 + (ground - 24) * (1 - Double(price - low) / Double(high - low))
    }
    h.figure(.class("figure")) {
      h.svg(width: Self.width, height: Self.height, label: label) {
        h.drawnText(language.money(Rupiah(high)), x: 0, y: 12)
        if high > low { h.drawnText(language.money(Rupiah(low)), x: 0, y: ground + 18) }
        if let standard {
          h.line(x1: 0, y1: y(standard), x2: Double(Self.width), y2: y(standard), .class("axis"))
        }
        for dot in shown {
          let x = Self.left + (Double(Self.width) - 2 * Self.left) * Double(dot.day.days(since: first)) / days
          h.circle(
            x: x, y: y(dot.price), radius: 4, .class("dot"),
            .data(.tone, dot.isAbove ? Tone.bad.rawValue : nil))
        }
        h.drawnText(language.shortDay(first), x: 0, y: Double(Self.height) - 6)
        if last > first {
          h.drawnText(
            language.shortDay(last), x: Double(Self.width), y: Double(Self.height) - 6, .textAnchor("end"))
        }
      }
      h.figcaption(label)
    }
  }
}
