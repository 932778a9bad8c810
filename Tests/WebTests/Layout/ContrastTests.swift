import EOrderRules
import Testing

@testable import Web

/// WCAG 2.2 AA: 4.5 for text, 3 for the edges of controls and the mark of focus.
@Suite struct ContrastTests {
  @Test(arguments: [true, false]) func textReads(isLight: Bool) {
    let palette: Palette = isLight ? .light : .dark
    for text in ["ink", "ink-soft"] {
      for ground in palette.backgrounds { #expect(palette[text].contrast(with: ground) >= 4.5, "\(text)") }
    }
    for tone in ["good", "warn", "bad", "info"] {
      #expect(palette[tone].contrast(with: palette["\(tone)-paper"]) >= 4.5, "\(tone)")
      #expect(palette[tone].contrast(with: palette["surface"]) >= 4.5, "\(tone)")
      #expect(palette[tone].contrast(with: palette["paper"]) >= 4.5, "\(tone)")
    }
    for mark in ["edge", "focus"] {
      for ground in palette.backgrounds { #expect(palette[mark].contrast(with: ground) >= 3, "\(mark)") }
    }
  }

  @Test(arguments: [
    "#12463f", "#ffffff", "#000000", "#ffd400", "#e30613", "#00a651", "#7f7f7f", "#1e90ff", "#fff", "#767676",
  ])
  func anyBrandReads(_ brand: String) {
    for surroundings in [Palette.light, .dark] {
      let colours = Dictionary(
        uniqueKeysWithValues: BrandStylesheet(brand: brand, accent: "#c8963e").colours(surroundings).map {
          ($0.name, $0.colour)
        })
      #expect(colours["brand"]!.contrast(with: colours["brand-ink"]!) >= 4.5)
      #expect(colours["action"]!.contrast(with: colours["action-ink"]!) >= 4.5)
      for ground in surroundings.backgrounds { #expect(colours["action"]!.contrast(with: ground) >= 4.5) }
    }
  }

  @Test func noColourComesFromOutsideUnread() {
    let sheet = BrandStylesheet(brand: "red;}body{background:url(//evil.example)", accent: "#12").css
    #expect(!sheet.contains("evil"))
    #expect(sheet.contains("--brand:#12463f;"))
    for text in ["", "#", "#12345", "#1234567", "#gggggg", "123456", "#１２３", "rgb(0,0,0)"] {
      #expect(Colour(text) == nil, "\(text)")
    }
  }

  @Test func contrastIsThatOfWCAG() {
    #expect(Colour.black.contrast(with: .white) == 21)
    #expect(abs(Colour("#767676")!.contrast(with: .white) - 4.54) < 0.01)
  }

  @Test func aColourThatCannotBeReadIsNamed() {
    func remarks(_ primary: String, _ accent: String) -> [String] {
      BrandLegibility(Brand(name: nil, office: nil, primary: primary, accent: accent)).remarks
    }
    #expect(remarks("#0B5CAD", "#B45309").isEmpty)
    #expect(remarks("#FFD400", "#000000").count == 1)
    #expect(
      remarks("#FFD400", "#000000").first?.contains("brand.primary \"#FFD400\" has a contrast of 1.3") == true
    )
    #expect(remarks("#12463f", "#12463f").first?.contains("brand.accent") == true)
  }
}
