import Testing

@testable import StrictJSON

@Suite struct SchemaTests {
  private func text(_ shape: Shape) -> String { String(decoding: shape.schema().encoded, as: UTF8.self) }

  @Test func objectsAreClosed() {
    let shape = Shape.object([
      .required("quantity", .integer(min: 1, max: 60), "How many."),
      .optional("state", .nullable(.oneOf(["a"]))),
    ])
    #expect(
      text(shape)
        == #"{"type":"object","properties":{"quantity":{"type":"integer","minimum":1,"maximum":60,"#
        + #""description":"How many."},"state":{"anyOf":[{"type":"string","enum":["a"]},{"type":"null"}]}},"#
        + #""required":["quantity"],"additionalProperties":false}"#)
  }

  @Test func alternativesAndNull() {
    #expect(text(.nullable(.boolean)) == #"{"type":["boolean","null"]}"#)
    #expect(text(.anyOf([.boolean, .any])) == #"{"anyOf":[{"type":"boolean"},{}]}"#)
    #expect(
      text(.nullable(.component("A", .boolean)))
        == ##"{"anyOf":[{"$ref":"#/components/schemas/A"},{"type":"null"}]}"##)
    let either = Shape.object([.optional("a", .any), .optional("b", .any)], .exactlyOne(of: ["a", "b"]))
    #expect(either.schema()["oneOf"] == [["required": ["a"]], ["required": ["b"]]])
  }

  @Test func componentsAreNamedOnceAndConflictsShow() {
    let line = Shape.component("Line", .object([.required("unit", .component("Unit", .name))]))
    var catalogue = ComponentCatalogue()
    catalogue.add(.object([.required("lines", .array(of: line)), .optional("last", .nullable(line))]))
    #expect(catalogue.schemas.members?.map(\.name) == ["Line", "Unit"])
    #expect(catalogue.conflicts.isEmpty)
    catalogue.add(.component("Unit", .boolean))
    #expect(catalogue.conflicts == ["Unit"])
  }

  /// The published pattern and the check agree on every short text over an alphabet of troublesome characters.
  @Test(arguments: [
    Shape.text(min: 0, max: 3), .text(min: 1, max: 3), .text(min: 2, max: 3), .text(min: 3, max: 3),
    .text(min: 1, max: 3, multiline: true), .text(min: 2, max: 3, multiline: true), .secret(min: 1, max: 3),
  ])
  func patternsTellTheTruth(_ shape: Shape) throws {
    let schema = shape.schema()
    let pattern = try Regex(ecma: try #require(schema["pattern"]?.text))
    let least = try #require(schema["minLength"]?.int)
    let most = try #require(schema["maxLength"]?.int)
    for text in shortTexts {
      let fits = (least...most).contains(text.unicodeScalars.count) && text.wholeMatch(of: pattern) != nil
      #expect(fits == shape.validate(.string(text)).errors.isEmpty, "\(text.debugDescription)")
    }
  }

  private var shortTexts: [String] {
    let alphabet = ["a", " ", "\n", "\t", "\u{85}", "\u{a0}", "\u{2029}", "\u{feff}"]
    let two = alphabet.flatMap { first in alphabet.map { first + $0 } }
    return [""] + alphabet + two + two.flatMap { pair in alphabet.map { pair + $0 } }
  }
}

extension Regex where Output == AnyRegexOutput {
  /// An ECMA pattern, matched by code points. Swift takes no range that begins with U+2000, since that is
  /// equivalent to U+2002.
  fileprivate init(ecma pattern: String) throws {
    self = try Regex(pattern.replacing(#"\u2000-"#, with: #"\u2002-"#)).matchingSemantics(.unicodeScalar)
  }
}
