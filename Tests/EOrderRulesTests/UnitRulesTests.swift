import EOrderRules
import Testing

@Suite struct UnitRulesTests {
  private static let units: RuleValue = [
    "5.02": ["order": ["cap_gross": 30_000_000], "timer": ["pay_wd": 2]],
    "5.02.01": ["order": ["cap_gross": 20_000_000]],
  ]

  @Test(
    arguments: [
      ([], 50_000_000, 3), (["9.99"], 50_000_000, 3), (["5.02"], 30_000_000, 2),
      (["5.02", "5.02.01"], 20_000_000, 2), (["5.02", "5.02.07"], 30_000_000, 2),
    ] as [([String], Int, Int)])
  func `the nearest unit with a setting of its own binds`(path: [String], cap: Int, days: Int) throws {
    let rulebook = try Rulebook.example(["units": Self.units]).of(unit: path)
    #expect(rulebook.limits.orderCap == Rupiah(Int64(cap)))
    #expect(rulebook.timers.payWorkingDays == days)
    #expect(try rulebook.on("2028-01-03").limits.orderCap == Rupiah(Int64(cap)), "on another day as well")
  }

  @Test func `an order is decided by the rules of its unit`() throws {
    let rulebook = try Rulebook.example(["units": Self.units])
    var facts = OrderFacts.example(25_000_000)
    #expect(try decide(facts, rulebook).allowed)
    facts.unitPath = ["5.02", "5.02.01"]
    #expect(try decide(facts, rulebook).violations.map(\.code) == [.orderCap])
    facts.unitPath = ["5.02"]
    #expect(try decide(facts, rulebook).allowed)
  }

  @Test(
    arguments: [
      (["order": ["cap_gross": 40_000_001]], "units.1.order.cap_gross"),
      (["timer": ["pay_wd": 4]], "units.1.timer.pay_wd"),
      (["catalogue_check": ["mode": "warn"]], "units.1.catalogue_check.mode"),
      (["split": ["window_days": 29]], "units.1.split.window_days"),
      (["split": ["similarity": "0.7"]], "units.1.split.similarity"),
      (["direct": ["max": 10_000_001]], "units.1.direct.max"),
    ] as [(RuleValue, String)])
  func `a unit is only stricter than its province`(unit: RuleValue, key: String) throws {
    let settings = try Rulebook.example(["order.cap_gross": 40_000_000, "units": ["1": unit]]).settings
    let found = settings.conflicts(national: try .example(), on: march)
    #expect(found.map(\.key) == [key])
    #expect(found.first?.problem.bound != nil)
  }

  @Test func `what is stricter or the same is right`() throws {
    let unit: RuleValue = [
      "order": ["cap_gross": 40_000_000], "catalogue_check": ["mode": "block"],
      "split": ["window_days": 60, "similarity": "0.5"], "ssh": ["mode": "block"],
    ]
    let rulebook = try Rulebook.example(["order.cap_gross": 40_000_000, "units": ["1": unit]])
    #expect(rulebook.settings.conflicts(national: try .example(), on: march).isEmpty)
    #expect(rulebook.strictestSplitting.windowDays == 60)
  }

  @Test func `units have the keys whose direction says so`() {
    for key in RuleKey.ofUnits {
      #expect([.stricterLower, .stricterHigher].contains(key.direction), "\(key.name)")
      #expect(key.sections.count == 2)
    }
    #expect(RuleKey.ofUnits.contains { $0.name == "order.cap_gross" })
    #expect(!RuleKey.ofUnits.contains { $0.name == "tax.collector" })
  }
}
