package import EOrderRules

/// Whether the colours that a province names can be read where pages show them.
package struct BrandLegibility: Sendable {
  private let brand: Brand

  package init(_ brand: Brand) { self.brand = brand }

  /// A sentence for each colour that pages cannot show as it was named.
  package var remarks: [String] { [links, band].compactMap(\.self) }

  private var look: BrandStylesheet { BrandStylesheet(brand: brand.primary, accent: brand.accent) }

  /// Links and buttons are written in the main colour on light ground.
  private var links: String? {
    let paper = Palette.light["paper"]
    let contrast = look.brand.contrast(with: paper)
    guard contrast < 4.5, let shown = look.colours(.light).first(where: { $0.name == "action" }) else {
      return nil
    }
    return """
      brand.primary "\(brand.primary)" has a contrast of \(Self.tenths(contrast)) on the pages, where text needs 4.5: \
      links and buttons are shown in "\(shown.colour.hex)".
      """
  }

  /// The woven band stands out from the head of the page by its colour alone.
  private var band: String? {
    let contrast = look.accent.contrast(with: look.brand)
    guard contrast < 1.15 else { return nil }
    return """
      brand.accent "\(brand.accent)" has a contrast of \(Self.tenths(contrast)) to brand.primary: the woven band of \
      the pages cannot be told from its ground.
      """
  }

  private static func tenths(_ contrast: Double) -> String {
    let tenths = Int((contrast * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
