import Testing

@testable import StrictJSON

/// What is no JSON, or JSON that two readers would understand in two ways, is refused.
@Suite struct RefusalTests {
  @Test(arguments: [
    "", " ", "{", "[", "\"", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{a:1}", "{'a':1}", "{\"a\":1,}", "[1,]",
    "[,1]",
    "[1 2]", "{\"a\":1 \"b\":2}", "{}{}", "{} x", "nul", "nullx", "True", "NaN", "Infinity", "-Infinity",
    "undefined", "+1", "-", "01", "-01", "1.", ".5", "1e", "1e+", "0x10", "1_000", "１", "--1", "1.2.3",
    "// c\n1", "/* c */1", "[1]#", "\u{a0}1", "{\"a\":1}\u{0}", "]", "}", ":", ",", "\\n",
  ])
  func syntax(_ text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text.utf8) }
  }

  @Test(arguments: [
    #"{"a":1,"a":1}"#, #"{"a":1,"\u0061":2}"#, #"[{"b":{"x":1,"y":2,"x":3}}]"#, #"{"":1,"":2}"#,
  ])
  func membersTwice(_ text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text.utf8) }
  }

  @Test func membersTwiceAmongMany() {
    for twice in [0, 11, 12, 13, 39] {
      let members = (0..<40).map { "\"m\($0)\":1" } + ["\"m\(twice)\":2"]
      let error = #expect(throws: JSONSyntaxError.self) {
        try JSONValue(parsing: "{\(members.joined(separator: ","))}".utf8)
      }
      #expect(error?.reason == "member stands twice")
    }
  }

  @Test(arguments: [
    #""\u0000""#, "\"a\u{0}b\"", "\"a\u{1f}\"", "\"a\nb\"", "\"a\tb\"", #""\x41""#, #""\u12""#, #""\u12g4""#,
    #""\ud800""#, #""\udc00""#, #""\ud800\ud800""#, #""\ud800x""#, #""\ud834\u0041""#, #""\udd1e\ud834""#,
    #""\u{41}""#, #""\a""#, #""\"#, #"{"\u0000":1}"#, #"{"\ud800":1}"#,
  ])
  func strings(_ text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text.utf8) }
  }

  @Test(
    arguments: [
      [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xFF, 0xFE, 0x7B, 0x00], [0x00, 0x7B, 0x00, 0x7D],
      [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22], [0x22, 0x80, 0x22],
      [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], [0xE9],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8(_ bytes: [UInt8]) {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes) }
  }

  @Test func saysWhereWithoutRepeatingWhat() {
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONValue(parsing: #"{"nik":"3171234567890001" x}"#.utf8)
    }
    #expect(error?.offset == 26)
    #expect(error?.description.contains("317") == false)
  }
}
