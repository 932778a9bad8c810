import HTML

/// The sign of a province where there is no room for its name: its emblem or initials on its colour, over a band of
/// woven cloth.
///
/// It fills its square, so a phone may cut it to any form; what matters stands within the inner four fifths.
struct BrandIcon: Component {
  let owner: FrameContext.Owner
  let brand: Colour
  let accent: Colour

  private static let side = 512
  /// The left corners of the woven diamonds.
  private static let band = Array(stride(from: 0, to: side, by: 64))

  func write(to h: Hypertext) {
    let ink = BrandStylesheet.ink(on: brand).hex
    h.drawing(width: Self.side, height: Self.side) {
      h.rect(x: 0, y: 0, width: Double(Self.side), height: Double(Self.side), .fill(brand.hex))
      for left in Self.band { h.path("M\(left) 412l32-28 32 28-32 28z", .fill(accent.hex)) }
      if let seal = owner.seal {
        h.path(seal, .transform(x: 106, y: 64, scale: 3), .fill(ink))
      } else {
        h.drawnText(
          owner.initials, x: 256, y: 300, .fill(ink), .textAnchor("middle"),
          .fontSize(owner.initials.count > 2 ? 150 : 200),
          .fontFamily("Georgia,'Noto Serif','Liberation Serif',serif"))
      }
    }
  }
}
