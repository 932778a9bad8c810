import HTML
import StrictJSON

/// What a phone wants to know to keep the service among its programs.
struct AppManifest: Sendable {
  /// Under the picture there is room for about a dozen letters.
  private static let shortName = "e-Order"

  let name: String
  let language: Language
  let colour: Colour
  let icon: PageURL

  var json: JSONValue {
    let paper = Palette.light["paper"].hex
    return [
      "id": "/", "name": .string(name), "short_name": .string(Self.shortName),
      "lang": .string(language.rawValue),
      "start_url": "/", "scope": "/", "display": "standalone", "background_color": .string(paper),
      "theme_color": .string(colour.hex),
      "icons": .array(["any", "maskable"].map { picture(for: $0) }),
    ]
  }

  private func picture(for purpose: String) -> JSONValue {
    [
      "src": .string(icon.text), "sizes": "any", "type": "image/svg+xml", "purpose": .string(purpose),
    ]
  }
}
