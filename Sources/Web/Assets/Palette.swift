/// The colours of the service by name, once for light and once for dark surroundings.
///
/// Names say what a colour is for. The contrast of every pair that meets on a page is tested.
struct Palette: Sendable {
  let colours: [(name: String, hex: String)]

  static let light = Palette(colours: [
    ("paper", "#faf8f3"), ("surface", "#ffffff"), ("sunken", "#f1eee6"), ("line", "#dcd7ca"),
    ("edge", "#7d7668"), ("ink", "#1d1b17"), ("ink-soft", "#57524a"), ("focus", "#1447c0"),
    ("good", "#1a6437"), ("good-paper", "#e2f2e6"), ("warn", "#774600"), ("warn-paper", "#fcefd2"),
    ("bad", "#9f1d1a"), ("bad-paper", "#fce8e5"), ("info", "#1a4c86"), ("info-paper", "#e4eefa"),
  ])

  static let dark = Palette(colours: [
    ("paper", "#14161a"), ("surface", "#1d2025"), ("sunken", "#262a31"), ("line", "#3a404a"),
    ("edge", "#8a93a2"), ("ink", "#efece5"), ("ink-soft", "#bdb9b0"), ("focus", "#9dbcff"),
    ("good", "#8fd6a6"), ("good-paper", "#17301f"), ("warn", "#f0c36b"), ("warn-paper", "#37290c"),
    ("bad", "#ffa49c"), ("bad-paper", "#401a18"), ("info", "#a3c8f7"), ("info-paper", "#16283f"),
  ])

  /// The colour of this name; black where there is none.
  subscript(_ name: String) -> Colour {
    colours.first { $0.name == name }.flatMap { Colour($0.hex) } ?? .black
  }

  /// Backgrounds on which links and text may stand.
  var backgrounds: [Colour] { ["paper", "surface", "sunken"].map { self[$0] } }

  /// The declarations of the custom properties.
  var declarations: String { colours.map { "--\($0.name):\($0.hex);" }.joined() }
}
