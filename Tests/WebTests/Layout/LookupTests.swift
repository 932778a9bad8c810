import Procurement
import Testing

@testable import Web

@Suite struct LookupTests {
  private static let units = [
    Choice(value: "1", text: "Dinas Kesehatan · 1.02"), Choice(value: "2", text: "Dinas Pendidikan · 1.01"),
  ]

  @Test func aWholeNameOrCodeMeansItsValue() {
    let lookup = Lookup(suggestions: Self.units, typed: "dinas")
    #expect(lookup.value(of: " dinas kesehatan · 1.02 ") == "1")
    #expect(lookup.value(of: "2") == "2")
    #expect(lookup.value(of: "Dinas") == nil)
  }

  @Test func aPartIsEnoughWhereOnlyOneFits() {
    #expect(Lookup(suggestions: [Self.units[0]], typed: "sehat").value(of: "sehat") == "1")
    #expect(Lookup(suggestions: [Self.units[0]]).value(of: "sehat") == nil)
  }

  @Test func whatNamesNothingIsTold() throws {
    let several = try #require(Lookup(suggestions: Self.units, typed: "dinas").problem(.english))
    #expect(several.contains("Dinas Kesehatan · 1.02; Dinas Pendidikan · 1.01"))
    #expect(try #require(Lookup(suggestions: [], typed: "bank").problem(.indonesian)).contains("“bank”"))
    #expect(Lookup(suggestions: Self.units).problem(.indonesian) == nil)
    #expect(Lookup(suggestions: Self.units, typed: "1").problem(.indonesian) == nil)
  }

  @Test func namesakesAreToldApartBehindTheDot() {
    #expect(Lookup.words(of: "Siti Aminah · 19850101") == "Siti Aminah")
    #expect(Lookup.words(of: " ATK ") == "ATK")
  }
}
