import Foundation
import Testing

@testable import StrictJSON

@Suite struct WritingTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func compactInOrder() {
    let value: JSONValue = ["b": [1, true, nil, .number("1.50")], "a": ["c": "x", "B": [:]], "d": []]
    #expect(text(value.encoded) == #"{"b":[1,true,null,1.50],"a":{"c":"x","B":{}},"d":[]}"#)
  }

  @Test func escapesWhatCouldEndAScriptLineOrHideInALog() {
    let value: JSONValue = "\"\\/\u{8}\u{9}\n\u{c}\r\u{1}\u{1f}\u{7f}\u{85}\u{2028}\u{2029}\u{2027}\u{202a}é😀"
    #expect(
      text(value.encoded)
        == #""\"\\/\b\t\n\f\r\u0001\u001f\u007f\u0085\u2028\u2029"# + "\u{2027}\u{202a}é😀\"")
  }

  @Test func canonicalSortsByBytesAtEveryDepth() {
    let value: JSONValue = ["é": 1, "z": [["b": 1, "a": 2]], "Z": 3, "😀": 4, "\u{ffff}": 5, "": 6]
    #expect(
      text(value.canonical) == "{\"\":6,\"Z\":3,\"z\":[{\"a\":2,\"b\":1}],\"é\":1,\"\u{ffff}\":5,\"😀\":4}")
  }

  @Test func canonicalEscapesOnlyWhatItMust() {
    let value: JSONValue = "\u{2028}\u{7f}\u{85}\n\u{1}\""
    #expect(text(value.canonical) == "\"\u{2028}\u{7f}\u{85}" + #"\n\u0001\"""#)
  }

  @Test func appendsBehindWhatIsThere() {
    let value: JSONValue = ["a": 1]
    var bytes = Array("data: ".utf8)
    value.write(into: &bytes)
    #expect(text(bytes) == #"data: {"a":1}"#)
  }

  @Test func readsBackWhatItWrote() throws {
    for scalar in (1...0x2100).compactMap(Unicode.Scalar.init) {
      let value = JSONValue.string("x\(scalar)y")
      #expect(try JSONValue(parsing: value.encoded) == value)
      #expect(try JSONValue(parsing: value.canonical) == value)
    }
  }

  @Test func optionalsBecomeNull() throws {
    let id = try #require(UUID(uuidString: "0190A5C2-7A3E-7C50-9F1E-5B0C2D3E4F50"))
    let value: JSONValue = [
      "id": JSONValue(id), "note": JSONValue(nil as String?), "count": JSONValue(3 as Int?),
      "at": JSONValue(Date(timeIntervalSince1970: 0)), "flag": JSONValue(nil as Bool?),
    ]
    #expect(
      text(value.encoded)
        == #"{"id":"0190a5c2-7a3e-7c50-9f1e-5b0c2d3e4f50","note":null,"count":3,"at":"1970-01-01T00:00:00Z","flag":null}"#
    )
    #expect(value["id"]?.uuid == id)
    #expect(value["at"]?.instant == Date(timeIntervalSince1970: 0))
  }
}
