import EOrderRules
import Foundation
import StrictJSON
import Testing

@testable import Web

/// What forms of the officials' pages make of what was typed.
@Suite struct DeskFormTests {
  private static let wib = OfficialZone(
    rawValue: "Asia/Jakarta", secondsAheadOfUTC: 7 * 3600, abbreviation: "WIB")
  private static let wita = OfficialZone(
    rawValue: "Asia/Makassar", secondsAheadOfUTC: 8 * 3600, abbreviation: "WITA")

  @Test func aMomentIsByTheClocksOfTheProvince() {
    #expect(TypedMoment.instant("2027-03-01T16:00", in: Self.wita) == "2027-03-01T08:00:00Z")
    #expect(TypedMoment.instant("2027-03-01T16:00", in: Self.wib) == "2027-03-01T09:00:00Z")
    #expect(TypedMoment.instant("besok", in: Self.wib) == nil)
  }

  @Test func ticksBecomeAListAndCodesToo() {
    let form = ActionForm(
      action: "new",
      fields: [
        ActionForm.Field(
          name: "roles", label: "",
          kind: .ticks([Choice(value: "auditor", text: ""), Choice(value: "treasurer", text: "")])),
        ActionForm.Field(name: "audience.regionCodes", label: "", kind: .codes),
        ActionForm.Field(name: "active", label: "", kind: .truth(yes: "", no: "")),
      ], fixed: [JSONMember(name: "kind", value: "x")])
    let sent = SentForm(texts: [
      "new.roles.treasurer": "true", "new.audience.regionCodes": "13.71, 13.06\n", "new.active": "false",
    ])
    #expect(
      form.body(sent) == [
        "kind": "x", "roles": ["treasurer"], "audience": ["regionCodes": ["13.71", "13.06"]], "active": false,
      ])
  }

  @Test func blanksAroundWordsDoNotCount() {
    let form = ActionForm(
      action: "new",
      fields: [
        ActionForm.Field(name: "note", label: "", kind: .lines),
        ActionForm.Field(name: "name", label: "", kind: .line),
        ActionForm.Field(name: "password", label: "", kind: .password),
      ])
    let longest = String(repeating: "a", count: 2000)
    let body = form.body(
      SentForm(texts: ["new.note": " \n\(longest)\n ", "new.name": " \u{a0}\n", "new.password": " a "]))
    #expect(body == ["note": .string(longest), "password": " a "])
    #expect(Shape.note.validate(body["note"] ?? .null).errors.isEmpty)
  }

  @Test func settingsOfADraftAreOneALine() {
    let members = RuleWords.settings("order.cap_gross: 40.000.000\nssh.mode: warn\npayment.partial: true\n\n")
    #expect(
      members == [
        JSONMember(name: "order.cap_gross", value: 40_000_000), JSONMember(name: "ssh.mode", value: "warn"),
        JSONMember(name: "payment.partial", value: true),
      ])
    #expect(RuleWords.settings("direct.max: null") == [JSONMember(name: "direct.max", value: nil)])
  }

  /// No setting is in English on an Indonesian page.
  @Test func everySettingHasItsMeaningInIndonesian() {
    for key in RuleKey.all {
      #expect(RuleMeanings.indonesian(key.name) != nil, "\(key.name) has none")
    }
  }
}
