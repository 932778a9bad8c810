import EOrderRules
import Foundation
import Testing

@testable import Web

@Suite struct WordsTests {
  private let western = OfficialZone(rawValue: "Asia/Western", secondsAheadOfUTC: 25_200, abbreviation: "WIB")
  private let central = OfficialZone(
    rawValue: "Asia/Central", secondsAheadOfUTC: 28_800, abbreviation: "WITA")

  @Test(
    arguments: [
      (0, "Rp0", "Rp0"), (999, "Rp999", "Rp999"),
      (1_234_567, "Rp1.234.567", "Rp1,234,567"),
      (50_000_000, "Rp50.000.000", "Rp50,000,000"),
      (-1_000, "\u{2212}Rp1.000", "\u{2212}Rp1,000"),
    ] as [(Int64, String, String)])
  func money(_ amount: Int64, _ indonesian: String, _ english: String) {
    #expect(Language.indonesian.money(Rupiah(amount)) == indonesian)
    #expect(Language.english.money(Rupiah(amount)) == english)
  }

  @Test func shares() {
    #expect(Language.indonesian.percent(thousandths: 125) == "12,5\u{a0}%")
    #expect(Language.english.percent(thousandths: 400) == "40%")
  }

  @Test func days() throws {
    let day = try #require(Day("2027-03-01"))
    #expect(Language.indonesian.day(day) == "1 Maret 2027")
    #expect(Language.english.weekday(day) == "Monday, 1 March 2027")
    #expect(Language.indonesian.shortDay(day) == "1 Mar 2027")
  }

  @Test func instantsStandOnTheClockOfTheProvince() {
    let instant = Date(timeIntervalSince1970: 1_803_830_459)  // 2027-02-28T16:00:59Z
    #expect(Language.indonesian.instant(instant, in: western) == "28 Februari 2027 pukul 23.00 WIB")
    #expect(Language.english.instant(instant, in: central) == "1 March 2027, 00:00 WITA")
    #expect(
      Language.english.instant(Date(timeIntervalSince1970: -1), in: western) == "1 January 1970, 06:59 WIB")
  }

  @Test(
    arguments: [
      (nil, .indonesian), ("", .indonesian), ("en", .english), ("en-GB,id;q=0.5", .english),
      ("de, en;q=0.3", .english),
      ("id;q=0.2, en;q=0.9", .english), ("en;q=0", .indonesian), ("EN", .english), ("*", .indonesian),
      (";;,=", .indonesian),
      ("en;q=x", .indonesian), ("id,en", .indonesian),
    ] as [(String?, Language)])
  func languageOfTheReader(_ field: String?, _ language: Language) {
    #expect(Language.preferred(field) == language)
  }

  @Test func everyStateAndRoleHasTwoNames() {
    let states: [any Phrase] =
      OrderState.allCases + VendorState.allCases + ProductState.allCases + Role.allCases
    for state in states { #expect(!state.indonesian.isEmpty && !state.english.isEmpty) }
    #expect(Set(OrderState.allCases.map(\.indonesian)).count == OrderState.allCases.count)
    #expect(Set(OrderState.allCases.map(\.english)).count == OrderState.allCases.count)
  }
}
