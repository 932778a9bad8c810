import Testing

@testable import Web

@Suite struct TypedCodeTests {
  @Test(
    arguments: [
      ("1234 5678 90123", "1234567890123"), ("01.234.567.8-901.000", "012345678901000"),
      (" 002 ", "002"), ("abc", "abc"),
    ])
  func digits(_ typed: String, _ code: String) { #expect(TypedCode.digits(typed) == code) }

  @Test(
    arguments: [
      ("0812-3456-7890", "+6281234567890"), ("62 812 3456 7890", "+6281234567890"),
      ("+62 (812) 3456.7890", "+6281234567890"), ("telepon", "telepon"),
    ])
  func phones(_ typed: String, _ number: String) { #expect(TypedCode.phone(typed) == number) }
}
