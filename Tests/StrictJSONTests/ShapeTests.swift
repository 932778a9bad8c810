import Testing

@testable import StrictJSON

/// The pointers and codes of an error list, in order.
func problems(_ shape: Shape, _ json: String) throws -> [String] {
  try shape.validate(JSONValue(parsing: json.utf8)).errors.map { "\($0.pointer) \($0.code.text)" }
}

@Suite struct ShapeTests {
  private let order = Shape.object(
    [
      .optional("packageId", .uuid), .optional("needId", .uuid),
      .required(
        "lines",
        .array(
          of: .object([
            .required("productId", .uuid), .required("quantity", .integer(min: 1, max: 1_000_000)),
          ]),
          min: 1, max: 60)),
      .required("deliverBy", .date), .required("paymentMode", .oneOf(["UP", "LS", "KKPD"])),
      .optional("note", .nullable(.note)), .optional("submit", .boolean),
    ], .exactlyOne(of: ["packageId", "needId"]))

  @Test func takesAGoodOrder() throws {
    let json = #"""
      {"submit":true,"note":"  kertas\n ","paymentMode":"LS","deliverBy":"2027-02-28",
       "lines":[{"quantity":1000000,"productId":"0190A5C2-7A3E-7C50-9F1E-5B0C2D3E4F50"}],
       "needId":"0190a5c2-7a3e-7c50-9f1e-5b0c2d3e4f50"}
      """#
    let (order, errors) = self.order.validate(try JSONValue(parsing: json.utf8))
    #expect(errors.isEmpty)
    #expect(order["note"]?.text == "kertas")
    #expect(order["lines"]?.elements?.first?["productId"]?.text == "0190a5c2-7a3e-7c50-9f1e-5b0c2d3e4f50")
    #expect(order.members?.map(\.name) == ["needId", "lines", "deliverBy", "paymentMode", "note", "submit"])
  }

  @Test func findsEverythingAtOnce() throws {
    let json = #"""
      {"lines":[{"productId":"x","quantity":0},{"quantity":1000001,"a/b~c":1},7,{"productId":7,"quantity":1.5}],
       "deliverBy":"2027-02-30","paymentMode":"ls","note":5,"submit":"true","extra":null}
      """#
    #expect(
      try problems(order, json) == [
        "/lines/0/productId bad_format", "/lines/0/quantity too_small", "/lines/1/productId required",
        "/lines/1/quantity too_large", "/lines/1/a~1b~0c unknown", "/lines/2 wrong_type",
        "/lines/3/productId wrong_type", "/lines/3/quantity not_integer", "/deliverBy bad_format",
        "/paymentMode not_one_of", "/note wrong_type", "/submit wrong_type", "/extra unknown",
        "/packageId required",
      ])
  }

  @Test(arguments: [
    ("1e0", "not_integer"), ("1.0", "not_integer"), ("9223372036854775808", "out_of_range"),
    ("-99999999999999999999", "out_of_range"), ("-1", "too_small"), ("11", "too_large"),
    ("\"5\"", "wrong_type"),
    ("null", "wrong_type"), ("true", "wrong_type"), ("[5]", "wrong_type"),
  ])
  func integers(_ json: String, _ code: String) throws {
    #expect(try problems(.integer(min: 0, max: 10), json) == [" \(code)"])
    #expect(try problems(.integer(min: 0, max: 10), "10").isEmpty)
  }

  @Test func oneOfTwoMembersAndOnlyOne() throws {
    let shape = Shape.object(
      [.optional("a", .boolean), .optional("b", .boolean)], .exactlyOne(of: ["a", "b"]))
    #expect(try problems(shape, "{}") == ["/a required"])
    #expect(try problems(shape, #"{"a":true,"b":false}"#) == ["/b not_one_of"])
    #expect(try problems(shape, #"{"b":false}"#).isEmpty)
    let some = Shape.object(
      [.optional("a", .boolean), .optional("b", .boolean)], .atLeastOne(of: ["a", "b"]))
    #expect(try problems(some, "{}") == ["/a required"])
    #expect(try problems(some, #"{"a":true,"b":false}"#).isEmpty)
  }

  @Test func theMeantAlternativeTellsItsErrors() throws {
    let kbli = Shape.array(
      of: .anyOf([
        .text(.kbli),
        .object([.required("code", .text(.kbli)), .required("version", .oneOf(["2020", "2025"]))]),
      ]), min: 1, max: 20)
    #expect(try problems(kbli, #"["56210",{"code":"56290","version":"2025"}]"#).isEmpty)
    #expect(
      try problems(kbli, #"["5621",{"code":"x"},7]"#) == [
        "/0 bad_format", "/1/code bad_format", "/1/version required", "/2 wrong_type",
      ])
    #expect(try problems(kbli, "[]") == [" too_short"])
  }

  @Test func codesAreComparedExactly() throws {
    #expect(try problems(.oneOf(["KKPD"]), "\"\u{212a}\u{212a}PD\"") == [" not_one_of"])
    #expect(
      try problems(.object([.required("K", .any)]), "{\"\u{212a}\":1}") == [
        "/K required", "/\u{212a} unknown",
      ])
  }

  @Test func longArraysAndManyUnknownMembersStayCheap() throws {
    let many = "[" + Array(repeating: "\"x\"", count: 100_000).joined(separator: ",") + "]"
    #expect(try problems(.array(of: .integer(), max: 3), many).count == 4)
    let members = "{" + (0..<50_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
    #expect(try problems(.object([]), members).count == 500)
  }

  @Test func everySentenceIsInBothLanguages() {
    let codes: [FieldErrorCode] = [
      .required, .unknown, .wrongType, .notInteger, .outOfRange, .tooSmall, .tooLarge, .tooShort, .tooLong,
      .badFormat, .notOneOf, .notFound, .alreadyRegistered, .missing, .custom("VENDOR_SIZE"),
    ]
    let sentences = codes.map { FieldError("/a", $0, bound: "60").detail }
    #expect(Set(sentences).count == codes.count)
    for sentence in sentences { #expect(sentence.id != sentence.en) }
    #expect(FieldError("/a", .tooLong, bound: "60").detail.en.contains("60"))
  }

  /// Who types "25 juta" where a number is due reads what to type, and no name of a type.
  @Test(arguments: ["integer", "boolean", "string", "array", "object"])
  func aWrongTypeIsToldInWords(_ type: String) {
    let detail = FieldError("/a", .wrongType, bound: type).detail
    #expect(!detail.id.contains(type) && !detail.id.contains("Jenis nilai"))
    #expect(detail.id != detail.en)
  }

  @Test func readsTextOfQueriesAndForms() {
    #expect(Shape.integer().reading("12") == 12)
    #expect(Shape.nullable(.integer()).reading("1.5") == .number("1.5"))
    #expect(Shape.integer().reading("x") == "x")
    #expect(Shape.boolean.reading("true") == true)
    #expect(Shape.boolean.reading("1") == "1")
    #expect(Shape.name.reading("12") == "12")
  }
}
