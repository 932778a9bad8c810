import Testing

@testable import Web

@Suite struct StylesheetTests {
  /// Every custom property that is used is declared by the sheet itself or by the province's.
  @Test func everyPropertyIsDeclared() throws {
    let declared = Set(
      (Stylesheet.css + BrandStylesheet(brand: nil, accent: nil).css).matches(of: #/(--[a-z0-9-]+):/#).map {
        String($0.1)
      })
    for use in Stylesheet.css.matches(of: #/var\((--[a-z0-9-]+)\)/#) {
      #expect(declared.contains(String(use.1)), "\(use.1)")
    }
  }

  @Test func bracesMatchAndNothingIsFetched() {
    #expect(Stylesheet.css.count { $0 == "{" } == Stylesheet.css.count { $0 == "}" })
    #expect(!Stylesheet.css.contains("url("))
    #expect(!Stylesheet.css.contains("@import"))
  }

  /// Outside the palette no part of the sheet names a colour but black, white and grey for paper.
  @Test func coloursComeFromThePalette() {
    let parts = [
      Styles.foundation, Styles.frame, Styles.fields, Styles.tables, Styles.pieces, Styles.arrangement,
    ]
    for part in parts { #expect(part.firstMatch(of: #/#[0-9a-fA-F]{3,6}\b/#) == nil) }
  }
}
