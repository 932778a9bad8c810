import Testing

@testable import StrictJSON

@Suite struct ReadingTests {
  @Test func keepsOrderAndNumbers() throws {
    let value = try JSONValue(parsing: #" {"b":1,"a":[true,null,"x",-0,1.50,9223372036854775808]} "#.utf8)
    #expect(value == ["b": 1, "a": [true, nil, "x", 0, .number("1.50"), .number("9223372036854775808")]])
  }
}
