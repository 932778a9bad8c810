import HTML
import HTTPTypes
import StrictJSON
import Testing

@testable import Web

@Suite struct ScriptTests {
  /// What the worker brings out of hiding is in the frame of every page, spelt alike.
  @Test func theWorkerFindsWhatItShows() {
    let page = String(decoding: samplePage("Contoh").rendered(), as: UTF8.self)
    for id in ["old-copy", "kept-sent", "kept-refused"] {
      #expect(page.contains("<div id=\"\(id)\""))
      #expect(Scripts.worker.contains(id))
    }
    #expect(page.contains(#"<time datetime="old-copy"></time>"#))
    #expect(Scripts.worker.contains(#"<time datetime="old-copy"></time>"#))
  }

  @Test func thePagesWithoutANetworkAreServed() throws {
    for path in Scripts.worker.matches(of: #/"(/offline[a-z/]*)"/#).map({ String($0.1) }) {
      _ = try PageMap(routes: PageRoutes.tenant).find(.get, path)
      _ = try PageMap(routes: PageRoutes.central).find(.get, path)
    }
  }

  @Test func aPhoneLearnsNameAndColoursOfTheProvince() throws {
    let manifest = AppManifest(
      name: "Provinsi \"Contoh\"", language: .indonesian, colour: try #require(Colour("#123456")),
      icon: "/assets/icon.svg"
    ).json
    #expect(manifest["name"]?.text == "Provinsi \"Contoh\"")
    #expect(manifest["theme_color"]?.text == "#123456")
    #expect(manifest["icons"]?.elements?.compactMap { $0["purpose"]?.text } == ["any", "maskable"])
  }
}
