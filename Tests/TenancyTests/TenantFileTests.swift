import EOrderRules
import Foundation
import Testing

@testable import Tenancy

/// The folder of the shipped rule files.
let tenantsFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Tenants")

/// The shipped file of a province.
func shippedTenant(_ slug: String) throws -> TenantFile {
  try TenantFile(at: tenantsFolder.appending(path: "\(slug)/tenant.yaml").path)
}

@Suite struct TenantFileTests {
  @Test(
    arguments: [
      ("dki", "31", "Asia/Jakarta", 50_000_000, 3, "111"),
      ("sumbar", "13", "Asia/Jakarta", 10_000_000, 5, "118"),
      ("gorontalo", "75", "Asia/Makassar", 10_000_000, 5, "127"),
    ])
  func `the shipped files are right`(
    slug: String, code: String, zone: String, direct: Int, payDays: Int, bank: String
  ) throws {
    let rulebook = try shippedTenant(slug).rulebook
    #expect(rulebook.tenant.slug == slug)
    #expect(rulebook.tenant.code == code)
    #expect(rulebook.tenant.bankCode?.description == bank)
    #expect(rulebook.calendar.zone.rawValue == zone)
    #expect(rulebook.limits.directMaximum == Rupiah(Int64(direct)))
    #expect(rulebook.limits.orderCap == 50_000_000)
    #expect(rulebook.timers.payWorkingDays == payDays)
    #expect(rulebook.effectiveFrom == Day("2025-01-01"))
    #expect(rulebook.categories.count == rulebook.national.categories.count)
    #expect(!rulebook.calendar.isWorkingDay(try #require(Day("2027-03-08"))))
    #expect(rulebook.publication.ocdsPrefix == "ocds-test\(code)")
  }

  @Test func `every product category of the national template is complete`() throws {
    let national = try shippedTenant("dki").national
    for category in national.categories {
      #expect(!category.taxClasses.isEmpty, "\(category.code)")
      #expect(!category.accounts.isEmpty, "\(category.code)")
    }
    #expect(national.categories.filter(\.isFood).map(\.code).contains("catering"))
  }

  @Test func `the same file may come as JSON`() throws {
    let json = """
      {"schema": 1, "tenant": {"slug": "contoh", "code": "99", "name": "Provinsi \\u0043ontoh"},
       "version": "2027.1", "effective_from": "2027-01-01", "legal": [{"ref": "Perpres 16/2018"}],
       "locale": {"timezone": "Asia/Jayapura"}, "order": {"cap_gross": 30000000},
       "sod": {"kpa_as_ppk": false}, "split": {"similarity": "0.5"}}
      """
    let file = try TenantFile(Array(json.utf8), national: try shippedTenant("dki").national)
    #expect(file.rulebook.tenant.name == "Provinsi Contoh")
    #expect(file.rulebook.limits.orderCap == 30_000_000)
    #expect(file.rulebook.limits.evidenceForm(for: 30_000_001) == nil)
    #expect(!file.rulebook.people.kpaAsPPK)
  }

  @Test(
    arguments: [
      "units", "officials", "budget-lines", "packages", "standard-prices", "vendors", "products",
    ])
  func `the documentation explains every column of the shipped files`(kind: String) throws {
    let readme = try String(contentsOf: tenantsFolder.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "### `\(kind).csv`"))
    let rest = readme[start.upperBound...]
    let section = rest.range(of: "### ").map { rest[..<$0.lowerBound] } ?? rest
    for slug in ["dki", "sumbar", "gorontalo"] {
      let file = tenantsFolder.appending(path: "\(slug)/\(kind).csv")
      let header = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)[0]
      for column in header.split(separator: ",") {
        #expect(section.contains("`\(column)`") || section.contains("`\(column)?`"), "\(slug) \(column)")
      }
    }
  }

  @Test func `the documentation has every setting as the code has it`() throws {
    let file = tenantsFolder.appending(path: "README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let parts = readme.split(separator: /<!-- \/?settings -->/, omittingEmptySubsequences: false)
    try #require(parts.count == 3)
    if ProcessInfo.processInfo.environment["EORDER_WRITE_README"] != nil {
      try Data(
        "\(parts[0])<!-- settings -->\n\(RuleKey.table)<!-- /settings -->\(parts[2])".utf8
      ).write(to: file)
    } else {
      #expect(parts[1] == "\n\(RuleKey.table)")
    }
  }
}
