import Testing

@testable import StrictJSON

/// What is JSON is read as it stands.
@Suite struct ReadingTests {
  @Test func keepsOrderAndNumbers() throws {
    let value = try JSONValue(parsing: #" {"b":1,"a":[true,null,"x",-0,1.50,9223372036854775808]} "#.utf8)
    #expect(value == ["b": 1, "a": [true, nil, "x", 0, .number("1.50"), .number("9223372036854775808")]])
  }

  @Test(
    arguments: [
      ("\t\r\n {} ", [:]), ("[ ]", []), ("\"\"", ""), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775807", .integer(.max)), ("1e3", .number("1e3")), ("2.0", .number("2.0")),
      ("-0.1E-2", .number("-0.1E-2")), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
      (#""\u00e9\uD834\uDD1E""#, "\u{e9}\u{1d11e}"), ("\"\u{7f}\u{feff}\"", "\u{7f}\u{feff}"),
    ] as [(String, JSONValue)])
  func reads(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONValue(parsing: text.utf8) == value)
  }

  @Test func takesDepthUpToTheBound() throws {
    let deepest = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    _ = try JSONValue(parsing: deepest.utf8)
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: "[\(deepest)]".utf8) }
    let mixed = String(repeating: #"{"a":["#, count: 17) + String(repeating: "]}", count: 17)
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: mixed.utf8) }
  }

  @Test func tellsLookAlikesFromDuplicates() throws {
    let kelvin = try JSONValue(parsing: "{\"K\":1,\"\u{212a}\":2}".utf8)
    #expect(kelvin.members?.count == 2)
  }

  @Test func readsUTF8OfAnyCollection() throws {
    let value = try JSONValue(parsing: ArraySlice(#"xx{"a":"é"}"#.utf8).dropFirst(2))
    #expect(value["a"]?.text == "é")
    #expect(value["b"] == nil)
  }

  @Test func costsNoMoreThanItsLength() {
    let clock = ContinuousClock()
    let bodies = [
      String(repeating: "[", count: 1 << 20), String(repeating: #"{"a":"#, count: 200_000),
      "{" + (0..<80_000).map { "\"k\($0)\":1" }.joined(separator: ",") + ",\"k7\":2}",
      "\"" + String(repeating: #"\u00e9"#, count: 170_000), String(repeating: "1", count: 1 << 20) + "x",
    ].map { Array($0.utf8) }
    for body in bodies {
      let time = clock.measure {
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: body) }
      }
      #expect(time < .seconds(30), "\(body.prefix(8))")
    }
  }
}
