import EOrderRules
import Testing

@Suite struct RulebookTests {
  @Test func `the defaults hold where the file is silent`() throws {
    let rulebook = try Rulebook.example()
    #expect(rulebook.limits.orderCap == 50_000_000)
    #expect(rulebook.limits.directMaximum == 10_000_000)
    #expect(rulebook.timers.acceptHoursFood == 24)
    #expect(rulebook.payment.modes == [.up, .gu, .tu, .ls, .kkpd])
    #expect(rulebook.people.approvalChain.map(\.above) == [0, 25_000_000])
    #expect(
      rulebook.vendors.requiredDocuments(sellsFood: true, vatRegistered: false) == ["nib", "bank", "halal"])
    #expect(rulebook.sellsFood([KBLI("56210")!]))
    #expect(!rulebook.sellsFood([KBLI("47611")!]))
  }

  @Test func `parts that are left out keep their default`() throws {
    let rulebook = try Rulebook.example([
      "timer.accept_hours": ["fnb": 12], "flags.severity": ["NEW1": "warn"],
    ])
    #expect(rulebook.timers.acceptHoursFood == 12)
    #expect(rulebook.timers.acceptHours == 72)
    #expect(rulebook.splitting.newProductSeverity == .warn)
    #expect(rulebook.splitting.categorySeverity == .hold)
  }

  @Test func `before the first version the nation's rules hold`() throws {
    let settings = try Rulebook.example(["direct.max": 50_000_000]).settings
    let national = try NationalRules.example()
    let before = try Rulebook.inForce(on: "2024-12-31", versions: [settings], national: national)
    #expect(before.version == "national-2024-12-31")
    #expect(before.limits.directMaximum == 10_000_000)
    #expect(before.calendar.zone.abbreviation == "WITA")
    let later = settings.setting("version", to: "2027.2").setting("effective_from", to: "2027-02-01")
    let chosen = try Rulebook.inForce(on: march, versions: [later, settings], national: national)
    #expect(chosen.version == "2027.2")
  }

  @Test func `every default has the type of its key and is within bounds`() throws {
    let national = try NationalRules.example()
    #expect(RuleKey.byName.count == RuleKey.all.count)
    for key in RuleKey.all {
      guard let initial = key.initial else { continue }
      #expect(key.problem(with: initial, national: national, on: march) == nil, "\(key.name)")
    }
    #expect(try Rulebook.example().settings.conflicts(national: national, on: march).isEmpty)
  }

  @Test(
    arguments: [
      ("order.cap_gross", 50_000_001, false), ("order.cap_gross", 50_000_000, true),
      ("order.cap_gross", 1, true), ("evidence.receipt_max", 9_999_999, false),
      ("direct.max", 50_000_001, false), ("catalogue_check.mode", "warn", false),
      ("catalogue_check.mode", "block", true), ("split.window_days", 29, false),
      ("split.similarity", "0.7", false),
      ("split.similarity", "0.5", true), ("publish.mask", ["nik", "phone", "email"], false),
    ] as [(String, RuleValue, Bool)])
  func `a province is only stricter`(name: String, value: RuleValue, isAllowed: Bool) throws {
    let key = try #require(RuleKey.byName[name])
    let problem = key.problem(with: value, national: try .example(), on: march)
    #expect((problem == nil) == isAllowed)
  }

  @Test func `what is tried out may be looser than a default, never than the nation`() throws {
    let mode = try #require(RuleKey.byName["catalogue_check.mode"])
    #expect(mode.problem(with: "warn", national: try .example(), on: march, trying: true) == nil)
    let cap = try #require(RuleKey.byName["order.cap_gross"])
    #expect(cap.problem(with: 50_000_001, national: try .example(), on: march, trying: true) != nil)
  }

  @Test(
    arguments: [
      ["direct.max": 20_000_000, "order.cap_gross": 10_000_000], ["tax.collector": "PLATFORM"],
      ["approval.chain": [["above": 5, "roles": ["commitment_officer"]]]],
      ["approval.chain": [["above": 0, "roles": ["budget_owner"]]]], ["yearend.last_issue": "12-31"],
      ["vendor.required_docs": ["other": ["nib"]]],
      ["calendar.holidays": [["day": "2027-01-01", "name": "a"], ["day": "2027-01-01", "name": "b"]]],
    ] as [[String: RuleValue]])
  func `settings that do not go together`(changes: [String: RuleValue]) throws {
    let settings = try Rulebook.example(changes).settings
    #expect(settings.conflicts(national: try .example(), on: march).count == 1)
  }

  @Test(
    arguments: [
      ("75", false, false), ("75", true, true), ("2027.1", false, false), ("no", false, false),
      ("~", false, false),
      ("", false, false), ("", true, false), ("Contoh", false, true), ("0x1F", false, false),
      ("12:30:45", false, false), ("1e3", false, false), ("2027-01-01", false, false), ("3M", false, true),
      ("007 Jaya", false, true), ("a\u{7}b", true, false), (".inf", false, false),
    ])
  func `a bare word is a text only if it is nothing else`(text: String, isQuoted: Bool, isText: Bool) {
    let read = RuleScalar(text: text, isQuoted: isQuoted).read(as: .text(maximum: 20))
    #expect(((try? read.get()) != nil) == isText)
  }

  @Test(
    arguments: [
      ("5", false, true), ("5", true, false), ("05", false, false), ("5.0", false, false),
      ("1_0", false, false),
      ("+5", false, false), ("-5", false, false), ("11", false, false),
      ("99999999999999999999", false, false),
    ])
  func `a number is bare and plain`(text: String, isQuoted: Bool, isNumber: Bool) {
    let read = RuleScalar(text: text, isQuoted: isQuoted).read(as: .integer(0...10))
    #expect(((try? read.get()) != nil) == isNumber)
  }
}
