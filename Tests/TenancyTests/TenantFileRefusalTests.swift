import EOrderRules
import Foundation
import Testing

@testable import Tenancy

@Suite struct TenantFileRefusalTests {
  private static let head = """
    schema: 1
    tenant: { slug: contoh, code: "99", name: Contoh }
    version: "2027.1"
    effective_from: 2027-01-01
    legal: [{ ref: "Perpres 16/2018" }]
    locale: { timezone: Asia/Makassar }

    """

  /// The problems of the text behind a right beginning of six lines.
  private func problems(_ rest: String, head: String = Self.head, today: Day? = nil) throws -> [String] {
    let national = try shippedTenant("dki").national
    do {
      _ = try TenantFile(Array((head + rest).utf8), national: national, changeOn: today)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func `the beginning is right`() throws { #expect(try problems("") == []) }

  @Test(
    arguments: [
      ("order: { cap_gross: 50000001 }", "line 7: order.cap_gross: 50000001 is above the national limit"),
      ("order: { cap_gross: \"1\" }", "line 7: order.cap_gross: a whole number"),
      ("order:\n  cap: 1", "line 8: order.cap: unknown key"),
      ("orders: { cap_gross: 1 }", "line 7: orders: unknown key"),
      ("order.cap_gross: 1", "line 7: order.cap_gross: unknown key"),
      ("order: 5", "line 7: order: a section"),
      ("timer: { pay_wd: 8 }", "line 7: timer.pay_wd: 8 is out of bounds; allowed: 1 to 7"),
      ("timer: { accept_hours: { fnb: 3 } }", "line 7: timer.accept_hours.fnb: 3 is out of bounds"),
      ("timer: { accept_hours: { food: 24 } }", "line 7: timer.accept_hours.food: unknown key"),
      ("payment: { bank_code: 111 }", "line 7: payment.bank_code: a text is due here; number"),
      ("payment: { modes: [UP, UP] }", "line 7: payment.modes: UP stands twice"),
      ("payment: { modes: [CASH] }", "line 7: payment.modes: not allowed; allowed: UP, GU"),
      ("payment: { modes: [] }", "line 7: payment.modes: too few"),
      ("brand: { name: yes }", "line 7: brand.name: a text is due here; truth value"),
      ("brand: { name: }", "line 7: brand.name: a text is due here; empty value"),
      ("brand: { primary: red }", "line 7: brand.primary: wrong form; allowed: #RRGGBB"),
      ("hold: { by_auditor: yes }", "line 7: hold.by_auditor: true or false"),
      ("split: { similarity: 0.6 }", "line 7: split.similarity: a fraction in quotation marks"),
      ("split: { similarity: \"0.7\" }", "line 7: split.similarity: 0.7 is looser"),
      ("catalogue_check: { mode: warn }", "line 7: catalogue_check.mode: warn is looser"),
      ("retention: { years: 9 }", "line 7: retention.years: 9 is out of bounds"),
      ("evidence: { receipt_max: 9000000 }", "line 7: evidence.receipt_max: 9000000 differs"),
      (
        "order: { cap_gross: 20000000 }\ndirect: { max: 30000000 }",
        "line 8: direct.max: 30000000 is above the cap"
      ),
      ("tax: { collector: PLATFORM }", "line 7: tax.collector: PLATFORM needs"),
      ("yearend: { last_pay: 12-14 }", "line 7: yearend.last_pay: 12-14 comes before"),
      ("yearend: { last_pay: 02-29 }", "line 7: yearend.last_pay: wrong form"),
      ("numbering: { order: \"{seq}\" }", "line 7: numbering.order: wrong form"),
      ("categories: [{ code: x }]", "line 7: categories[0].name: missing"),
      ("umk: &a { allowed: [micro] }", "line 7: anchors are refused"),
      ("umk: { allowed: *a }", "line 7: aliases are refused"),
      ("umk: { <<: { allowed: [micro] } }", "line 7: umk.<<: merge keys are refused"),
      ("brand: { name: !!str x }", "line 7: tags are refused"),
      ("version: \"2\"", "line 7: version: the key stands twice"),
      ("brand: { name: a, office: b, name: c }", "line 7: brand.name: the key stands twice"),
      ("brand: { \"name\": a, \"name\": c }", "line 7: brand.name: the key stands twice"),
      ("brand:\n  name: a\n  office: b\n  name: c", "line 10: brand.name: the key stands twice"),
      ("? [a]\n: b", "line 7: keys are words"),
      ("brand: { name: \"a", "not YAML"),
      ("---\nschema: 1", "not YAML"),
    ])
  func `what is wrong is told with its line, key and bound`(rest: String, expected: String) throws {
    let found = try problems(rest)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test func `everything is told at once, in the order of lines`() throws {
    let found = try problems(
      """
      order: { cap_gross: 60000000, cap_gross: 1 }
      timer: { pay_wd: 99 }
      unknown: *x
      timer: { pay_wd: 1 }
      """)
    #expect(found.count == 6, "\(found)")
    #expect(found.first?.hasPrefix("line 7:") == true)
    #expect(found.last == "line 10: timer: the key stands twice")
  }

  @Test(
    arguments: [
      ("legal: [{ ref: \"Perpres 16/2018\" }]\n", "legal: the legal reference is missing"),
      ("locale: { timezone: Asia/Makassar }\n", "locale.timezone: missing"),
      ("version: \"2027.1\"\n", "version: missing"),
      ("effective_from: 2027-01-01\n", "effective_from: missing"),
    ])
  func `what must be there is missed`(line: String, expected: String) throws {
    let found = try problems("", head: Self.head.replacingOccurrences(of: line, with: ""))
    #expect(found == ["line 1: \(expected)"])
  }

  @Test func `a bound of the nation holds also where the day is missing`() throws {
    let found = try problems("order: { cap_gross: 60000000 }", head: "schema: 1\n")
    #expect(found.contains { $0.hasPrefix("line 2: order.cap_gross: 60000000 is above") })
  }

  @Test(
    arguments: [
      ("slug: contoh", "slug: admin"), ("slug: contoh", "slug: Contoh"), ("slug: contoh", "slug: c"),
      ("slug: contoh", "slug: 1a"), ("code: \"99\"", "code: 99"), ("\"2027.1\"", "2027.1"),
      ("Asia/Makassar", "Europe/Berlin"), ("ref: \"Perpres 16/2018\"", "ref: \"\""),
      ("schema: 1", "schema: 2"),
      ("2027-01-01", "2027-02-30"),
    ])
  func `who a province is has its form`(right: String, wrong: String) throws {
    let found = try problems("", head: Self.head.replacingOccurrences(of: right, with: wrong))
    #expect(!found.isEmpty)
  }

  @Test func `a change does not begin in the past`() throws {
    #expect(try problems("", today: Day("2027-01-01")) == [])
    #expect(
      try problems("", today: Day("2027-01-02")).first?.contains("effective_from: 2027-01-01 is in the past")
        == true)
  }

  @Test(
    arguments: [
      String(repeating: "[", count: 300_000), String(repeating: "{a: ", count: 300_000),
      String(repeating: "- ", count: 300_000), String(repeating: "? ", count: 300_000),
      "a: &a [x]\n" + (0..<40).map { "b\($0): &b\($0) [*a, *a, *b\(max($0 - 1, 0))]\n" }.joined(),
      String(repeating: "x", count: 1 << 20) + "x", "\u{0}", "schema: 1\u{1}", "", "- a", "5", "\u{FEFF}",
    ])
  func `hostile files are refused quickly`(text: String) throws {
    #expect(!(try problems("", head: text)).isEmpty)
  }

  @Test func `text that is not UTF-8 is refused`() throws {
    let national = try shippedTenant("dki").national
    #expect(throws: RuleFileError.self) { try TenantFile([0x61, 0xFF, 0xFE], national: national) }
  }

  @Test func `quotation marks and comments hide nothing`() throws {
    let text = """
      brand: { name: "a & *b", office: 'it''s *c &d' } # *comment &too
      calendar: { holidays: [{ day: 2027-02-05, name: Hari Jum'at }, { day: 2027-02-06, name: "R&D *x" }] }
      """
    #expect(try problems(text) == [])
  }
}
