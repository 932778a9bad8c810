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
      ("timer: { pay_wd: 8 }", "line 7: timer.pay_wd: 8 is above the national limit; allowed: at most 7"),
      ("timer: { pay_wd: 31 }", "line 7: timer.pay_wd: 31 is out of bounds; allowed: 1 to 30"),
      ("timer: { accept_hours: { fnb: 3 } }", "line 7: timer.accept_hours.fnb: 3 is out of bounds"),
      ("timer: { accept_hours: { food: 24 } }", "line 7: timer.accept_hours: unknown section food"),
      ("timer: { accept_hours: { fnb: 24, \"fnb\": 12 } }", "line 7: timer.accept_hours.fnb: the key stands"),
      ("vendor: { required_docs: { x: [nib] } }", "line 7: vendor.required_docs: unknown section x"),
      (
        "vendor: { required_docs: { food: [nib], 'food': [vat] } }",
        "line 7: vendor.required_docs.food: the key"
      ),
      ("\"brand\": { name: a }\nbrand: { name: b }", "line 8: brand: the key stands twice"),
      ("calendar: { holidays: [2027-02-30] }", "line 7: calendar.holidays[0]: wrong form"),
      ("calendar: { holidays: [[2027-02-03]] }", "line 7: calendar.holidays[0]: a section"),
      ("calendar: { holidays: [2027-02-03, 2027-02-03] }", "line 7: calendar.holidays: 2027-02-03 stands"),
      ("export: { schedule: yearly }", "line 7: export.schedule: wrong form; allowed: daily"),
      ("compare: { min_sources: 0 }", "line 7: compare.min_sources: 0 is out of bounds; allowed: 1 or more"),
      ("brand: { primary: \"#\u{FF11}\u{FF12}\" }", "line 7: brand.primary: wrong form"),
      ("brand: { name: \"a\u{2028}b\" }", "line 7: an invisible break"),
      ("# Jakarta\u{85}a: &a x", "line 7: an invisible break"),
      ("\u{FEFF}brand: { name: a }", "line 7: an invisible break"),
      ("brand: { name: \"é é é\" }\n\n# \u{1}", "line 9: not YAML"),
      (
        "units:\n  \"5.02\":\n    order: { cap_gross: 50000001 }",
        "line 9: units.5.02.order.cap_gross: 50000001 is above the national limit; allowed: at most 50000000"
      ),
      (
        "order: { cap_gross: 40000000 }\nunits: { \"5.02\": {\n order: { cap_gross: 40000001 } } }",
        "line 9: units.5.02.order.cap_gross: 40000001 is looser than the province's rules; allowed: at most 40000000"
      ),
      ("units: { \"5.02\": { tax: { collector: PLATFORM } } }", "line 7: units.5.02.tax: unknown key"),
      (
        "units: { \"5.02\": { order: { cap_basis: GROSS } } }",
        "line 7: units.5.02.order.cap_basis: unknown key"
      ),
      ("units: { \"5 02\": {} }", "line 7: units.5 02: unknown key; allowed: the code of a unit"),
      ("units: { \"1\": { timer: { pay_wd: 2 } }, \"1\": {} }", "line 7: units.1: the key stands twice"),
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

  @Test(arguments: ["\n", "\r\n"])
  func `a file has its errors whatever ends its lines`(end: String) throws {
    let text = Self.head + "brand:\n  name: a\n  office: b\n  name: c\norder: { cap_gross: 60000000 }\n"
    let found = try problems("", head: text.replacing("\n", with: end))
    #expect(found.count == 2, "\(found)")
    #expect(found.first == "line 10: brand.name: the key stands twice")
    #expect(found.last?.hasPrefix("line 11: order.cap_gross: 60000000 is above") == true)
  }

  @Test func `no day is free of the nation's limits`() throws {
    let early = Self.head.replacing("2027-01-01", with: "2018-06-30")
    let found = try problems("order: { cap_gross: 999999999999 }", head: early)
    #expect(found.contains { $0.hasPrefix("line 7: order.cap_gross: 999999999999 is above") }, "\(found)")
  }

  @Test func `a bound may hold for one province`() throws {
    let there = Self.head.replacing("\"99\"", with: "\"31\"")
    #expect(try problems("timer: { pay_wd: 4 }") == [])
    #expect(try problems("timer: { pay_wd: 3 }", head: there) == [])
    #expect(
      try problems("timer: { pay_wd: 4 }", head: there) == [
        "line 7: timer.pay_wd: 4 is above the limit of this province (Ingub 29/2021); allowed: at most 3"
      ])
  }

  @Test func `what the file may say besides`() throws {
    let text = """
      calendar: { holidays: [2027-02-03, { day: 2027-02-04, name: x }] }
      export: { schedule: "0 3 1 * *" }
      timer: { accept_hours: { catering: 12, fnb: 24 } }
      vendor: { required_docs: { catering: [final_tax] } }
      compare: { min_sources: 12 }
      retention: { years: 300 }
      """
    #expect(try problems(text) == [])
  }

  @Test(
    arguments: [
      "brand: { name: foo - \"bar }\nx: &a [y, y]\nz: [*a, *a]\n# \"",
      "brand:\n  name: foo\n    \"bar\nx: &a y\n# \"",
      "brand: { name: it \"s }\nx: &a y\nz: *a", "brand: { name: 'a' }\nx: &a { <<: *a }",
    ])
  func `quotation marks in bare text hide no anchors`(text: String) throws {
    let found = try problems(text)
    #expect(found.contains { $0.contains("anchors are refused") || $0.contains("not YAML") }, "\(found)")
  }

  @Test func `a small text does not grow without end`() throws {
    let levels = (1..<40).map { "b\($0): &b\($0) [*b\($0 - 1), *b\($0 - 1)]\n" }.joined()
    let hidden = "brand:\n  name: foo\n    \"bar\nb0: &b0 [x, x]\n" + levels
    let started = ContinuousClock.now
    #expect(try problems(hidden).contains { $0.contains("too many words begin with & or *") })
    let keys = "brand:\n  name: foo\n    \"bar\nb0: &b0 [x, x]\n? [*b0, *b0]\n: y\n"
    #expect(!(try problems(keys)).isEmpty)
    let wide = "categories: [" + String(repeating: "x,", count: 60_000) + "x]"
    #expect(try problems(wide).contains { $0.contains("too many values") })
    #expect(ContinuousClock.now - started < .seconds(30))
  }

  @Test func `many keys that stand twice end the reading`() throws {
    let text = "brand: {" + (0..<100).map { "k\($0): a, k\($0): b" }.joined(separator: ", ") + "}"
    #expect(try problems(text).contains { $0.contains("too many keys stand twice") })
  }

  @Test func `an error is one line and names are cut`() throws {
    let found = try problems("\"a\\u2028b\\nc\": 1\n" + String(repeating: "x", count: 500) + ": 1")
    #expect(found.count == 2)
    #expect(
      found.allSatisfy { line in !line.unicodeScalars.contains { "\n\u{2028}".unicodeScalars.contains($0) } })
    #expect(found[0].hasPrefix("line 7: a?b?c: unknown key"))
    #expect(!found[1].contains(String(repeating: "x", count: 101)))
  }

  @Test func `a change leaves alone what is set once`() throws {
    let national = try shippedTenant("dki").national
    let current = try TenantFile(Array(Self.head.utf8), national: national).settings
    func found(_ right: String = "", _ wrong: String = "", today: Day? = Day("2026-12-01")) -> [String] {
      do {
        let text = right.isEmpty ? Self.head : Self.head.replacing(right, with: wrong)
        _ = try TenantFile(Array(text.utf8), national: national, changeOn: today, from: current)
        return []
      } catch {
        return error.problems.map(\.description)
      }
    }
    #expect(found() == [])
    #expect(found(today: Day("2028-01-01")) == [], "the same file again is no change")
    #expect(found("2027.1", "2027.2") == [])
    #expect(found("2027.1", "2027.2", today: Day("2028-01-01")).count == 1)
    #expect(
      found("code: \"99\"", "code: \"98\"") == [
        "line 2: tenant.code: is set once and cannot be changed; allowed: 99"
      ])
    #expect(found("name: Contoh", "name: Lain").count == 1)
    #expect(found("slug: contoh", "slug: lain").count == 1)
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
