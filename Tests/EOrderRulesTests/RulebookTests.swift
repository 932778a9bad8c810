import EOrderRules
import Testing

@Suite struct RulebookTests {
  @Test func `the defaults hold where the file is silent`() throws {
    let rulebook = try Rulebook.example()
    #expect(rulebook.limits.orderCap == 50_000_000)
    #expect(rulebook.limits.directMaximum == 10_000_000)
    #expect(rulebook.timers.acceptHours(isFood: true) == 24)
    #expect(rulebook.payment.modes == [.up, .gu, .tu, .ls, .kkpd])
    #expect(rulebook.people.approvalChain.map(\.above) == [0, 25_000_000])
    #expect(
      rulebook.vendors.requiredDocuments(sellsFood: true, vatRegistered: false) == ["nib", "bank", "halal"])
    #expect(rulebook.sellsFood([KBLI("56210")!]))
    #expect(!rulebook.sellsFood([KBLI("47611")!]))
  }

  @Test func `only above a step are its roles told`() throws {
    let people = try Rulebook.example().people
    #expect(people.informed(of: 25_000_000) == [])
    #expect(people.informed(of: 25_000_001) == [.budgetOwner])
  }

  @Test func `parts that are left out keep their default`() throws {
    let rulebook = try Rulebook.example([
      "timer.accept_hours": ["fnb": 12], "flags.severity": ["NEW1": "warn"],
    ])
    #expect(rulebook.timers.acceptHours(isFood: true) == 12)
    #expect(rulebook.timers.acceptHours(isFood: false) == 72)
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

  @Test func `of what is tried out only a mode may be looser than its default`() throws {
    let mode = try #require(RuleKey.byName["catalogue_check.mode"])
    #expect(mode.problem(with: "warn", national: try .example(), on: march, trying: true) == nil)
    let cap = try #require(RuleKey.byName["order.cap_gross"])
    #expect(cap.problem(with: 50_000_001, national: try .example(), on: march, trying: true) != nil)
    for (name, loose) in [
      ("split.window_days", 29), ("split.vendor_window_days", 6), ("split.similarity", "0.61"),
      ("publish.mask", ["nik"]), ("retention.years", 9),
    ] as [(String, RuleValue)] {
      let key = try #require(RuleKey.byName[name])
      let kept = key.problem(with: loose, national: try .example(), on: march)
      #expect(kept != nil, "\(name)")
      #expect(kept == key.problem(with: loose, national: try .example(), on: march, trying: true), "\(name)")
    }
  }

  @Test(
    arguments: [
      ["direct.max": 20_000_000, "order.cap_gross": 10_000_000], ["tax.collector": "PLATFORM"],
      ["approval.chain": [["above": 5, "roles": ["commitment_officer"]]]],
      ["approval.chain": [["above": 0, "roles": ["budget_owner"]]]], ["yearend.last_issue": "12-31"],
      ["vendor.required_docs": ["other": ["nib"]]], ["timer.accept_hours": ["other": 12]],
      ["tenant.code": "31", "timer.pay_wd": 4], ["calendar.holidays": ["2027-01-01", "2027-01-01"]],
      ["calendar.holidays": [["day": "2027-01-01", "name": "a"], ["day": "2027-01-01", "name": "b"]]],
    ] as [[String: RuleValue]])
  func `settings that do not go together`(changes: [String: RuleValue]) throws {
    let settings = try Rulebook.example(changes).settings
    #expect(settings.conflicts(national: try .example(), on: march).count == 1)
  }

  @Test(
    arguments: [("2018-06-30", 50_000_001), ("2018-06-30", 999_999_999_999), ("0001-01-01", 50_000_001)]
      as [(Day, Int64)])
  func `no day is free of a limit of the nation`(day: Day, value: Int64) throws {
    let national = try NationalRules.example()
    for name in [
      "order.cap_gross", "direct.max", "split.limit", "payment.up_single_max", "evidence.kuitansi_max",
    ] {
      let key = try #require(RuleKey.byName[name])
      #expect(key.problem(with: .int(value), national: national, on: day) != nil, "\(name)")
      #expect(key.problem(with: .int(value), national: national, on: day, trying: true) != nil, "\(name)")
      #expect(key.problem(with: 50_000_000, national: national, on: day) == nil, "\(name)")
    }
  }

  @Test func `a limit that the nation lowers binds from its day on`() throws {
    let lowered = NationalRow(.orderCap, from: march, legal: "new", amount: 20_000_000)
    let national = try NationalRules.example([
      lowered, NationalRow(.kuitansiMaximum, from: march, legal: "new", amount: 20_000_000),
      NationalRow(.receiptMaximum, from: march, legal: "new", amount: 5_000_000),
    ])
    let rulebook = try Rulebook.example(
      ["order.cap_gross": 50_000_000, "direct.max": 50_000_000, "evidence.receipt_max": 10_000_000],
      national: national)
    var facts = OrderFacts.example(30_000_000)
    facts.packageId = nil
    facts.date = "2027-02-28"
    #expect(try decide(facts, rulebook).violations.isEmpty)
    facts.date = march
    #expect(try decide(facts, rulebook).violations.map(\.code) == [.orderCap, .evidenceForm])
    #expect(try rulebook.on(march).limits.directMaximum == 20_000_000)
    #expect(try decide(.example(6_000_000), rulebook).evidenceForm == .receiptBill)
    let chosen = try Rulebook.inForce(on: march, versions: [rulebook.settings], national: national)
    #expect(chosen.limits.orderCap == 20_000_000)
  }

  @Test func `a limit that the nation raises does not raise the province's`() throws {
    let national = try NationalRules.example([
      NationalRow(.orderCap, from: march, legal: "new", amount: 100_000_000)
    ])
    let own = try Rulebook.example(["order.cap_gross": 40_000_000], national: national)
    #expect(try own.on(march).limits.orderCap == 40_000_000)
    #expect(try Rulebook.example(national: national).on(march).limits.orderCap == 100_000_000)
  }

  @Test(arguments: [("31", 3, true), ("31", 4, false), ("13", 7, true), ("13", 8, false)])
  func `a national number may hold for one province`(code: String, days: Int, isAllowed: Bool) throws {
    let days = Int64(days)
    let national = try NationalRules.example()
    let settings = try Rulebook.example(["tenant.code": .string(code), "timer.pay_wd": .int(days)]).settings
    let key = try #require(RuleKey.byName["timer.pay_wd"])
    let problem = key.problem(with: .int(days), national: national, on: march)
    #expect((problem == nil && settings.conflicts(national: national, on: march).isEmpty) == isAllowed)
    let early: Day = "2020-12-31"
    #expect(settings.conflicts(national: national, on: early).isEmpty)
  }

  @Test func `the numbers that hold in silence are the nation's`() throws {
    let national = try NationalRules.example([
      NationalRow(.directMaximum, from: march, legal: "new", amount: 5_000_000),
      NationalRow(.splitWindow, from: march, legal: "new", count: 60),
      NationalRow(.splitSimilarity, from: march, legal: "new", rate: Ratio(1, 2)),
    ])
    let later = try Rulebook.example(national: national).on(march)
    #expect(later.limits.directMaximum == 5_000_000)
    #expect(later.splitting.windowDays == 60)
    #expect(later.splitting.similarity == Ratio(1, 2))
    #expect(later.splitting.newProductHours == 24)
    let window = try #require(RuleKey.byName["split.window_days"])
    #expect(window.problem(with: 59, national: national, on: march) != nil)
    #expect(window.problem(with: 59, national: national, on: "2027-02-28") == nil)
  }

  @Test func `bounds are open where the law knows no upper one`() throws {
    for name in ["compare.min_sources", "rfo.min_open_wd", "retention.years"] {
      let type = try #require(RuleKey.byName[name]).type
      let (least, below) = name == "retention.years" ? ("10", "9") : ("1", "0")
      for (text, isRight) in [(least, true), (below, false), ("1000000", true)] {
        let read = RuleScalar(text: text, isQuoted: false).read(as: type)
        #expect(((try? read.get()) != nil) == isRight, "\(name) \(text)")
      }
    }
  }

  @Test func `hours for accepting follow the category`() throws {
    let timers = try Rulebook.example(["timer.accept_hours": ["fnb": 12, "paper": 8, "meals": 6]]).timers
    #expect(timers.acceptHours(isFood: true) == 12)
    #expect(timers.acceptHours(of: ["meals"], isFood: true) == 6)
    #expect(timers.acceptHours(of: ["paper"], isFood: false) == 8)
    #expect(timers.acceptHours(of: ["paper", "stationery"], isFood: false) == 8)
    #expect(timers.acceptHours(of: ["stationery"], isFood: false) == 72)
  }

  @Test func `papers may be asked of a category`() throws {
    let rulebook = try Rulebook.example(["vendor.required_docs": ["meals": ["final_tax"]]])
    let sold = rulebook.categories(soldBy: [KBLI("56210")!])
    #expect(sold == ["meals"])
    let kinds = rulebook.vendors.requiredDocuments(sellsFood: true, vatRegistered: false, categories: sold)
    #expect(kinds == ["nib", "bank", "halal", "final_tax"])
    #expect(rulebook.settings.conflicts(national: try .example(), on: march).isEmpty)
    #expect(rulebook.categories(soldBy: [KBLI("47611")!]).isEmpty)
  }

  @Test func `a holiday may be a bare day`() throws {
    let rulebook = try Rulebook.example([
      "calendar.holidays": ["2027-03-02", ["day": "2027-03-03", "name": "x"]]
    ])
    #expect(!rulebook.calendar.isWorkingDay("2027-03-02"))
    #expect(!rulebook.calendar.isWorkingDay("2027-03-03"))
    #expect(rulebook.calendar.isWorkingDay("2027-03-04"))
  }

  @Test(
    arguments: [
      ("monthly", true), ("0 3 1 * *", true), ("*/15 0-6,22 * 1-12 0,7", true), ("60 3 1 * *", false),
      ("0 3 1 *", false), ("0 3 1 * * *", false), ("0 3 0 * *", false), ("0 3  1 * *", false),
      ("yearly", false), ("*/0 * * * *", false), ("5-2 * * * *", false), ("", false), ("- * * * *", false),
      ("1--2 * * * *", false), ("\u{FF11} * * * *", false),
    ])
  func `an export is scheduled by word or by cron`(text: String, isRight: Bool) {
    #expect(TextForm.schedule.matches(text) == isRight)
  }

  @Test func `look-alikes of letters and digits are others`() {
    #expect(!TextForm.colour.matches("#\u{FF11}\u{FF12}"))
    #expect(TextForm.colour.matches("#0B5cAD"))
    #expect(TextForm.drawing.matches("M50 8l7 38H43z"))
    #expect(!TextForm.drawing.matches("M50 8\"/><script>"))
    let words = RuleType.oneOf(["KKPD"])
    #expect((try? RuleScalar(text: "\u{212A}KPD", isQuoted: true).read(as: words).get()) == nil)
    #expect((try? RuleScalar(text: "KKPD", isQuoted: true).read(as: words).get()) != nil)
  }

  @Test func `what is set once is found changed`() throws {
    let before = try Rulebook.example().settings
    #expect(before.fixedKeys(changedFrom: nil).isEmpty)
    #expect(before.setting("version", to: "2028.1").fixedKeys(changedFrom: before).isEmpty)
    let other = before.setting("tenant.code", to: "98").setting("tenant.name", to: "Lain")
    #expect(other.fixedKeys(changedFrom: before).map(\.name) == ["tenant.code", "tenant.name"])
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
