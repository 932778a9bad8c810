import HTML

/// The sign of a province where there is no room for its name: initials on its colour over a band of woven cloth.
///
/// It fills its square, so a phone may cut it to any form; what matters stands within the inner four fifths.
struct BrandIcon: Component {
  let initials: String
  let brand: Colour
  let accent: Colour

  private static let side = 512
  /// The edges of the woven diamonds, from left to right.
  private static let band = Array(stride(from: 0, to: side, by: 64))

  func write(to h: Hypertext) {
    h.drawing(width: Self.side, height: Self.side) {
      h.rect(x: 0, y: 0, width: 512, height: 512, .fill(brand.hex))
      for left in Self.band {
        h.path("M\(left) 400l32-28 32 28-32 28z", .fill(accent.hex))
      }
      h.drawnText(
        initials, x: 256, y: 300, .fill(BrandStylesheet.ink(on: brand).hex), .textAnchor("middle"),
        .fontSize(initials.count > 2 ? 150 : 200),
        .fontFamily("Georgia,'Noto Serif','Liberation Serif',serif"))
    }
  }
}
