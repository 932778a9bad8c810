import EOrderRules
import Foundation
import Testing

@testable import Tenancy

/// What the nation's file may not say.
@Suite struct NationalFileTests {
  private func shipped() throws -> String {
    try String(contentsOf: tenantsFolder.appending(path: "national/rules.yaml"), encoding: .utf8)
  }

  private func problems(_ text: String) -> [String] {
    do {
      _ = try NationalFile.read(Array(text.utf8))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func `every number has its regulation, its day and its mark`() throws {
    let national = try NationalFile.read(Array(try shipped().utf8))
    for code in NationalCode.allCases {
      let rows = national.history(of: code)
      #expect(!rows.isEmpty, "\(code.rawValue)")
      let hasNumber = ![.luxuryReview, .foreignReview, .exemptionReview].contains(code)
      for row in rows { #expect(!row.legal.isEmpty && (row.setting != nil) == hasNumber, "\(row.name)") }
    }
    #expect(national.history(of: .orderCap).first?.mark == "D")
    #expect(national.history(of: .receiptMaximum).first?.mark == "S")
  }

  @Test(
    arguments: [
      ("count: 3, mark: D, legal: \"Perpres 16/2018 Art. 56 and 78\"", "count: 3, mark: D", "legal: missing"),
      ("count: 3, mark: D, legal: \"Perpres 16/2018 Art. 56 and 78\"", "legal: \"\"", "not allowed"),
      ("CURE_WD, from: 2018-07-01", "CURE_WD, from: 2018-07-01, until: 2018-06-30", "ends before it begins"),
      ("CURE_WD, from: 2018-07-01", "CURE_WD, from: 2018-02-30", "wrong form"),
      ("CURE_WD, from: 2018-07-01", "CURE_WD, from: 2018-07-01, mark: X", "stands twice"),
      (
        "count: 3, mark: D, legal: \"Perpres 16/2018 Art. 56", "count: 3, mark: Z, legal: \"Perpres",
        "not allowed"
      ),
      ("{ code: CURE_WD,", "{ code: CURE_DAYS,", "not allowed"),
      ("  - { code: SSH, legal", "  - { code: STOCK, legal", "STOCK stands twice"),
      ("{ code: HOLD_WD,", "{ code: CURE_WD,", "begin on the same day"),
      ("schema: 1", "schema: &a 1", "anchors are refused"),
    ])
  func `what it may not say`(right: String, wrong: String, told: String) throws {
    let text = try shipped()
    #expect(problems(text) == [])
    try #require(text.contains(right))
    let found = problems(text.replacing(right, with: wrong, maxReplacements: 1))
    #expect(found.contains { $0.contains(told) }, "\(found)")
  }
}
