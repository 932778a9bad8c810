import EOrderRules
import StrictJSON
import Testing

@testable import Web

@Suite struct RuleWordsTests {
  @Test func everySettingIsExplainedInBothLanguages() {
    let untold = RuleKey.all.map(\.name).filter { RuleWords.meaning($0, .indonesian) == $0 }
    #expect(untold.isEmpty)
  }

  @Test func everyGroupHasItsSettings() {
    let groups = Set(RuleKey.all.map { RuleGroup(key: $0.name) })
    #expect(groups == Set(RuleGroup.allCases))
  }

  @Test(arguments: [
    (JSONValue.string("2/5"), "40 %"), (.number("0.6"), "60 %"), (.string("12-10"), "10 Desember"),
    (.string("2025-01-01"), "1 Januari 2025"), (.string("require_reason"), "wajib beralasan"),
    (.integer(50_000_000), "50.000.000"), (.array([]), "–"), (.bool(false), "Tidak"),
    (.object([JSONMember(name: "fnb", value: .integer(24))]), "makanan: 24"),
  ])
  func valuesAreReadByPeople(_ value: JSONValue, _ words: String) {
    #expect(RuleWords.shown(value, of: "", .indonesian).replacing("\u{a0}", with: " ") == words)
  }

  @Test func aVersionIsNoShare() {
    #expect(RuleWords.shown(.string("2025.1"), of: "version", .indonesian) == "2025.1")
  }

  @Test func amountsOfSettingsBearTheirUnit() {
    #expect(RuleWords.shown(.integer(50_000_000), of: "order.cap_gross", .indonesian) == "Rp50.000.000")
    #expect(RuleWords.shown(.integer(3), of: "rfo.min_offers", .english) == "3")
    let share = RuleWords.shown(.string("2/5"), of: "split.near_ratio", .indonesian)
    #expect(share.replacing("\u{a0}", with: " ") == "40 %")
    let chain: JSONValue = [["above": .integer(25_000_000)]]
    #expect(RuleWords.shown(chain, of: "approval.chain", .english) == "above: Rp25,000,000")
  }

  @Test func citationsAreFreeOfCodes() {
    #expect(
      Language.indonesian.citation("Perpres 16/2018 Art. 20(2) (NO_SPLIT)") == "Perpres 16/2018 Pasal 20(2)")
    #expect(Language.english.citation("UU 7/2021 Art. 7(2a)") == "UU 7/2021 Art. 7(2a)")
  }

  @Test func aLawIsNamedOnce() {
    let setting: JSONValue = ["legal": "Perpres 16/2018 Art. 28(2); Perpres 16/2018 Art. 28(2)"]
    #expect(RuleWords.legal(setting, .indonesian) == "Perpres 16/2018 Pasal 28(2)")
  }
}
