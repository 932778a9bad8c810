/// The colours of a province as a style sheet of its own, served as `/assets/brand.css`.
///
/// A province names two colours. What is set in them is derived so that it always reads with a contrast of at
/// least 4.5, whatever was named.
struct BrandStylesheet: Sendable {
  let brand: Colour
  let accent: Colour

  /// Colours from a tenant's file; the service's own where one is missing or no colour.
  init(brand: String?, accent: String?) {
    self.brand = brand.flatMap(Colour.init) ?? BrandStylesheet.ownBrand
    self.accent = accent.flatMap(Colour.init) ?? BrandStylesheet.ownAccent
  }

  private static let ownBrand = Colour("#12463f") ?? .black
  private static let ownAccent = Colour("#c8963e") ?? .white

  /// The custom properties for light and for dark surroundings.
  var css: String {
    ":root{\(declarations(.light))}@media (prefers-color-scheme:dark){:root{\(declarations(.dark))}}"
  }

  /// - `brand`, `brand-ink`: the head of the page and what is written on it.
  /// - `action`, `action-ink`: links and buttons, and what is written on a button.
  /// - `accent`: ornament, never the only carrier of a meaning.
  func colours(_ surroundings: Palette) -> [(name: String, colour: Colour)] {
    let isDark = surroundings["paper"].luminance < 0.2
    let end = isDark ? brand.tint : .black
    let action = brand.readable(on: surroundings.backgrounds, towards: end, contrast: 4.6)
    let ground = isDark ? brand.mixed(with: .black, share: 0.25) : brand
    return [
      ("brand", ground), ("brand-ink", BrandStylesheet.ink(on: ground)),
      ("action", action), ("action-ink", BrandStylesheet.ink(on: action)), ("accent", accent),
    ]
  }

  private func declarations(_ surroundings: Palette) -> String {
    colours(surroundings).map { "--\($0.name):\($0.colour.hex);" }.joined()
  }

  /// Black or white, whichever reads better.
  static func ink(on ground: Colour) -> Colour {
    ground.contrast(with: .white) >= ground.contrast(with: .black) ? .white : .black
  }
}
