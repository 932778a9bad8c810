import Foundation

/// A colour in sRGB, with the arithmetic of WCAG contrast.
struct Colour: Equatable, Sendable {
  let red: Double
  let green: Double
  let blue: Double

  /// `#rgb` or `#rrggbb`; nil for anything else.
  init?(_ hex: String) {
    guard hex.hasPrefix("#"), hex.utf8.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    let digits = hex.dropFirst().compactMap(\.hexDigitValue)
    switch digits.count {
    case 3: self.init(digits[0] * 17, digits[1] * 17, digits[2] * 17)
    case 6:
      self.init(
        digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5])
    default: return nil
    }
  }

  private init(_ red: Int, _ green: Int, _ blue: Int) {
    self.red = Double(red) / 255
    self.green = Double(green) / 255
    self.blue = Double(blue) / 255
  }

  static let white = Colour(255, 255, 255)
  static let black = Colour(0, 0, 0)

  /// `#rrggbb`.
  var hex: String {
    let parts = [red, green, blue].map { Int(($0 * 255).rounded()) }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Relative luminance of WCAG 2: 0 for black, 1 for white.
  var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.040_45 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio of WCAG 2: 1 to 21.
  func contrast(with other: Colour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// This colour with a share of another, 0 to 1.
  func mixed(with other: Colour, share: Double) -> Colour {
    func mix(_ one: Double, _ two: Double) -> Int { Int(((one + (two - one) * share) * 255).rounded()) }
    return Colour(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }

  /// A pale relative of the same hue, for use on dark grounds.
  var tint: Colour {
    let strongest = max(red, green, blue)
    guard strongest > 0 else { return .white }
    func scaled(_ part: Double) -> Int { Int((part / strongest * 255).rounded()) }
    return Colour(scaled(red), scaled(green), scaled(blue)).mixed(with: .white, share: 0.55)
  }

  /// The nearest colour on the way to `end`, and from there to black or white, that reads on all of the
  /// backgrounds with at least this contrast.
  func readable(on backgrounds: [Colour], towards end: Colour, contrast least: Double) -> Colour {
    let last: Colour = end.luminance > 0.2 ? .white : .black
    let way = (0...20).map { mixed(with: end, share: Double($0) / 20) }
    let rest = (0...20).map { end.mixed(with: last, share: Double($0) / 20) }
    let reads = { (candidate: Colour) in
      backgrounds.allSatisfy { candidate.contrast(with: $0) >= least }
    }
    return (way + rest).first(where: reads) ?? last
  }
}
