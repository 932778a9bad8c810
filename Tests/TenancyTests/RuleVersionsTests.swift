import EOrderRules
import Foundation
import Testing

@testable import Tenancy

/// Which rules hold on a day, and what may follow them.
@Suite struct RuleVersionsTests {
  private func bytes(_ from: String, cap: Int = 50_000_000, code: String = "99", name: String = "Contoh")
    -> [UInt8]
  {
    Array(
      """
      schema: 1
      tenant: { slug: contoh, code: "\(code)", name: \(name) }
      version: "\(from.prefix(7))"
      effective_from: \(from)
      legal: [{ ref: "Perpres 16/2018" }]
      locale: { timezone: Asia/Jayapura }
      order: { cap_gross: \(cap) }
      """.utf8)
  }

  private func file(_ from: String, cap: Int = 50_000_000) throws -> TenantFile {
    try TenantFile(bytes(from, cap: cap), national: try shippedTenant("dki").national)
  }

  private func version(_ versions: RuleVersions, on day: String) throws -> String? {
    try versions.rulebook(on: try #require(Day(day)))?.version
  }

  @Test func beforeTheFirstVersionTheNationsRulesHold() throws {
    let versions = RuleVersions([try file("2027-03-01", cap: 30_000_000)])
    #expect(try version(versions, on: "2027-02-28") == "national-2027-02-28")
    #expect(try versions.rulebook(on: try #require(Day("2027-02-28")))?.limits.orderCap != 30_000_000)
    #expect(try version(versions, on: "2027-03-01") == "2027-03")
  }

  @Test func aLaterVersionHoldsFromItsDayOnAndTheOneBeforeUntilThen() throws {
    let versions = RuleVersions([try file("2025-01-01"), try file("2027-06-01")])
    #expect(try version(versions, on: "2027-05-31") == "2025-01")
    #expect(try version(versions, on: "2027-06-01") == "2027-06")
  }

  @Test func aVersionThatHasNotBegunIsReplaced() throws {
    let versions = RuleVersions([try file("2025-01-01"), try file("2027-06-01"), try file("2027-03-01")])
    #expect(try version(versions, on: "2027-06-01") == "2027-03")
    let again = RuleVersions([
      try file("2025-01-01"), try file("2027-06-01"), try file("2027-06-01", cap: 20_000_000),
    ])
    #expect(try again.rulebook(on: try #require(Day("2027-07-01")))?.limits.orderCap == 20_000_000)
  }

  @Test func whoBeginsBeforeAnotherThatWaitsIsToldSo() throws {
    let files = try ["2025-01-01", "2027-06-01", "2027-09-01"].map { try file($0) }
    func history(_ files: [TenantFile]) -> RuleHistory {
      RuleHistory(files.map { RuleHistory.Version(sha256: [], acceptedAt: Date(), draftID: nil, file: $0) })
    }
    func replaced(_ day: String, _ history: RuleHistory) throws -> [String] {
      history.replaced(from: try #require(Day(day))).map(\.file.rulebook.version)
    }
    #expect(try replaced("2027-09-02", history(files)) == [])
    #expect(try replaced("2027-09-01", history(files)) == ["2027-09"])
    #expect(try replaced("2027-05-01", history(files)) == ["2027-06", "2027-09"])
    let after = history(files + [try file("2027-07-01")])
    let replacements = after.versions.indices.map { after.replacement(of: $0)?.file.rulebook.version }
    #expect(replacements == [nil, nil, "2027-07", nil])
    #expect(try replaced("2027-08-01", after) == [], "what was replaced is not replaced again")
  }

  private func change(_ bytes: [UInt8], at now: String) throws -> RuleChange {
    let before = try file("2025-01-01")
    let instant = before.rulebook.calendar.instant(of: try #require(Day(now)), minute: 60)
    return try RuleChange(
      try TenantFile(bytes, national: before.national), bytes, after: before, at: instant)
  }

  @Test func theSameInOtherWordsIsNoChange() throws {
    let same = bytes("2025-01-01") + Array("\n# and a comment\n".utf8)
    #expect(try !change(same, at: "2027-03-01").isNew)
  }

  @Test func aChangeBeginsOnTheProvincesDayOrLater() throws {
    #expect(try change(bytes("2027-03-01", cap: 20_000_000), at: "2027-03-01").isNew)
    #expect(try change(bytes("2027-03-02", cap: 20_000_000), at: "2027-03-01").isNew)
    #expect(throws: RuleFileError.self) { try change(bytes("2027-02-28", cap: 20_000_000), at: "2027-03-01") }
  }

  @Test(arguments: ["code", "name"])
  func whatWasFixedStays(key: String) throws {
    let changed = key == "code" ? bytes("2027-04-01", code: "98") : bytes("2027-04-01", name: "Lain")
    let error = #expect(throws: RuleFileError.self) { try change(changed, at: "2027-03-01") }
    #expect(error?.problems.map(\.key) == ["tenant.\(key)"])
  }

  @Test func whoJoinsMayBeginWhenever() throws {
    let first = try file("2020-01-01")
    #expect(try RuleChange(first, bytes("2020-01-01"), after: nil, at: Date()).isNew)
  }
}
