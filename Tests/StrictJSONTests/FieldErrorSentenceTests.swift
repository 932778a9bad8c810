import Testing

@testable import StrictJSON

@Suite struct FieldErrorSentenceTests {
  @Test func `a limit of length says what it counts`() {
    #expect(FieldError("/a", .tooLong, bound: "2000").detail.id == "Paling banyak 2.000 karakter.")
    #expect(
      FieldError("/a", .tooLong, bound: "50", measure: .elements).detail.en == "At most 50 entries.")
    #expect(FieldError("/a", .tooShort, bound: "1").detail.id == "Wajib diisi.")
  }

  @Test func `a day is told with the name of its month and a number with its thousands`() {
    #expect(FieldError("/a", .tooSmall, bound: "2027-02-01").detail.id == "Paling awal 1 Februari 2027.")
    #expect(FieldError("/a", .tooLarge, bound: "50000000").detail.en == "50,000,000 at most.")
    #expect(BoundWords("-1200").id == "\u{2212}1.200")
    #expect(BoundWords("2027-13-01").id == "2027-13-01")
  }

  @Test func `an error keeps its bound for those who tell it in other words`() {
    let error = FieldError("/a", .notOneOf, bound: "goods, service")
    #expect(error.bound == "goods, service" && error.code.text == "not_one_of")
  }
}
