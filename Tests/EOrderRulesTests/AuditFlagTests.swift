import EOrderRules
import Testing

/// The flags for auditors: each just below its limit, at it, just above it, and on an honest order.
@Suite struct AuditFlagTests {
  private let rulebook: Rulebook

  init() throws { rulebook = try .example() }

  private func order(_ gross: Int64, day: Day = march, vendor: String = "v1", id: String = "o") -> RecentOrder
  {
    RecentOrder(
      id: id, number: nil, date: day, packageId: nil, unitId: "u1", account: nil, categories: [],
      vendorId: vendor, gross: Rupiah(gross), itemNames: [], needDate: nil)
  }

  /// Whether a flag explains itself like all others.
  private func explains(_ flag: Violation) -> Bool {
    let shared = [
      "rule", "version", "flag", "window", "orders", "sum", "limit", "similarity", "legalRef",
      "acceptedReasons",
    ]
    return shared.allSatisfy { flag.explanation[$0] != nil } && !flag.message.indonesian.contains("–")
      && !flag.message.english.contains("–") && flag.legal == "legal of \(flag.code.rawValue)"
  }

  // MARK: SPL4

  @Test(
    arguments: [
      ([9_000_000, 9_500_000], []), ([9_000_000, 9_500_000, 10_000_000], [10_000_000]),
      ([8_999_999, 9_500_000, 10_000_000], []), ([10_000_001, 9_500_000, 10_000_000], []),
      ([45_000_000, 50_000_000, 47_000_000, 49_000_000], [50_000_000]),
      ([3_000_000, 20_000_000, 40_000_000], []),
    ] as [([Int64], [Int64])])
  func `orders close to a threshold`(values: [Int64], limits: [Int64]) throws {
    let found = try rulebook.ordersNearThreshold(values.map { order($0) }, on: march)
    #expect(found.compactMap { $0.explanation["limit"]?.integer } == limits)
    #expect(found.allSatisfy { $0.severity == .info && $0.code == .nearThreshold && explains($0) })
  }

  @Test(arguments: [("2026-12-01", 1), ("2026-11-30", 0), ("2027-03-02", 0)] as [(Day, Int)])
  func `close orders count for ninety days`(day: Day, count: Int) throws {
    let orders = [order(9_500_000), order(9_500_000), order(9_500_000, day: day)]
    #expect(try rulebook.ordersNearThreshold(orders, on: march).count == count)
  }

  // MARK: SPL5

  private func plan(_ ceilings: [Int64], direct: Bool = true, account: String = "a") -> [PlannedPackage] {
    ceilings.enumerated().map {
      PlannedPackage(
        packageId: "k\($0)", account: account, category: "paper", ceiling: Rupiah($1),
        isDirect: direct || $0 > 0)
    }
  }

  @Test(arguments: [(199_999_999, 0), (200_000_000, 0), (200_000_001, 1)])
  func `a plan worth a tender`(sum: Int, count: Int) throws {
    let found = try rulebook.plansWorthATender(plan([100_000_000, Int64(sum) - 100_000_000]), on: march)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.severity == .warn && explains($0) })
  }

  @Test func `a plan with a tender, or of several accounts, is honest`() throws {
    let tendered = plan([150_000_000, 100_000_000], direct: false)
    #expect(try rulebook.plansWorthATender(tendered, on: march).isEmpty)
    let apart = plan([150_000_000]) + plan([150_000_000], account: "b")
    #expect(try rulebook.plansWorthATender(apart, on: march).isEmpty)
  }

  // MARK: TAX1

  private func payments(_ values: [Int64], unit: String = "u1", day: Day = march) -> [PaymentFacts] {
    values.enumerated().map {
      PaymentFacts(orderId: "o\($0)", vendorId: "v1", unitId: unit, day: day, measure: Rupiah($1))
    }
  }

  @Test(
    arguments: [
      ([1_000_000, 999_999], nil), ([1_000_000, 1_000_000], nil), ([1_000_000, 1_000_001], 2_000_001),
      ([2_000_000, 1], 2_000_001), ([2_000_001, 1_000_000], nil), ([2_000_000], nil),
    ] as [([Int64], Int64?)])
  func `small payments of one day are one`(values: [Int64], measure: Int64?) throws {
    let found = try rulebook.paymentsTaxedTogether(payments(values))
    #expect(found.map(\.measure.amount) == (measure.map { [$0] } ?? []))
    #expect(
      found.allSatisfy { $0.payments.count == 2 && $0.flag.code == .paymentsTogether && explains($0.flag) })
  }

  @Test func `payments of other days and units are their own`() throws {
    let apart = payments([1_500_000]) + payments([1_500_000], day: "2027-03-02")
    #expect(try rulebook.paymentsTaxedTogether(apart).isEmpty)
    let units = payments([1_500_000]) + payments([1_500_000], unit: "u2")
    #expect(try rulebook.paymentsTaxedTogether(units).isEmpty)
  }

  // MARK: REP1

  private func orders(_ same: Int, of total: Int, day: Day = march) -> [RecentOrder] {
    (0..<total).map { order(1_000_000, day: day, vendor: $0 < same ? "v1" : "w\($0)", id: "o\($0)") }
  }

  @Test(arguments: [(3, 10, 0), (4, 10, 0), (5, 10, 1), (8, 20, 0), (9, 20, 1), (9, 9, 0), (10, 10, 1)])
  func `a vendor that an officer prefers`(same: Int, total: Int, count: Int) throws {
    let found = try rulebook.repeatedPairs(orders(same, of: total), on: march)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.severity == .info && explains($0) && $0.explanation["vendor"] == "v1" })
  }

  @Test(arguments: [("2026-09-02", 1), ("2026-09-01", 0)] as [(Day, Int)])
  func `an officer's orders count for half a year`(day: Day, count: Int) throws {
    #expect(try rulebook.repeatedPairs(orders(10, of: 10, day: day), on: march).count == count)
  }

  // MARK: FAST1

  @Test(arguments: [(0, true), (599, true), (600, false), (601, false), (86_400, false)])
  func `an order that nobody can have read`(seconds: Int, isRaised: Bool) throws {
    let found = try rulebook.haste(secondsToAcceptance: Int64(seconds), of: order(1_000_000))
    #expect((found != nil) == isRaised)
    if let found { #expect(found.severity == .info && explains(found)) }
  }

  // MARK: PRC1

  private func found(
    _ code: ViolationCode, _ edit: (inout OrderFacts) -> Void
  ) throws -> Violation? {
    var facts = OrderFacts.example()
    facts.date = march
    edit(&facts)
    return try decide(facts, rulebook).violations.first { $0.code == code }
  }

  @Test(
    arguments: [
      ("2027-03-01", 1_099, false), ("2027-03-01", 1_100, false), ("2027-03-01", 1_101, true),
      ("2027-03-01", 899, true), ("2027-02-15", 2_000, true), ("2027-02-14", 2_000, false),
      ("2027-03-15", 2_000, true), ("2027-03-16", 2_000, false),
    ] as [(Day, Int64, Bool)])
  func `a price that moves around an order`(day: Day, price: Int64, isRaised: Bool) throws {
    let change = PriceChange(productId: "p1", day: day, from: 1_000, to: Rupiah(price))
    let found = try found(.priceChanged) { $0.priceChanges = [change] }
    #expect((found != nil) == isRaised)
    if let found { #expect(found.severity == .block && explains(found)) }
  }

  @Test func `a price that climbs in steps has moved too`() throws {
    let steps = [
      PriceChange(productId: "p1", day: "2027-02-20", from: 1_000, to: 1_080),
      PriceChange(productId: "p1", day: "2027-02-25", from: 1_080, to: 1_160),
    ]
    #expect(try found(.priceChanged) { $0.priceChanges = steps } != nil)
    #expect(try found(.priceChanged) { $0.priceChanges = [steps[0]] } == nil)
    let apart = [steps[0], PriceChange(productId: "p2", day: "2027-02-25", from: 1_080, to: 1_160)]
    #expect(try found(.priceChanged) { $0.priceChanges = apart } == nil)
  }

  // MARK: PRC2

  private func above(_ price: Int64, _ paid: [Int64], day: Day = march) throws -> Violation? {
    let paid = paid.map { PaidPrice(day: day, unitPrice: Rupiah($0)) }
    return try rulebook.aboveMedian(Rupiah(price), productId: "p1", paid: paid, on: march)
  }

  @Test(arguments: [(1_249, false), (1_250, false), (1_251, true), (1_000, false)])
  func `a price far above the median`(price: Int, isRaised: Bool) throws {
    let found = try above(Int64(price), [100, 900, 1_000, 1_100, 9_000])
    #expect((found != nil) == isRaised)
    if let found {
      #expect(found.severity == .hold && explains(found))
      #expect(found.explanation["median"] == 1_000)
      #expect(found.explanation["acceptedReasons"]?.list?.isEmpty == false)
    }
  }

  @Test func `a median needs enough prices, and recent ones`() throws {
    #expect(try above(5_000, [1_000, 1_000, 1_000, 1_000]) == nil)
    let paid: [Int64] = [1_000, 1_000, 1_000, 1_001, 1_001, 1_001]
    #expect(try above(1_250, paid) == nil)
    #expect(try above(1_251, paid) != nil)
    #expect(try above(5_000, paid, day: "2026-12-01") != nil)
    #expect(try above(5_000, paid, day: "2026-11-30") == nil)
    #expect(try above(.max, [.max, .max, .max, .max, .max]) == nil)
  }

  // MARK: COI1

  @Test(arguments: TraceKind.allCases)
  func `a vendor that shares one particular with an official`(kind: TraceKind) throws {
    let shared = [SharedTraces(userId: "u1", kinds: [kind]), SharedTraces(userId: "u2", kinds: [])]
    let flag = try #require(try found(.conflictOfInterest) { $0.conflicts = shared })
    #expect(flag.severity == .block && explains(flag))
    #expect(flag.explanation["officials"] == 1)
    #expect(!"\(flag.explanation)".contains("u1") && !"\(flag.explanation)".contains(kind.rawValue))
  }

  @Test func `what an auditor declared stops nothing, and what comes besides does`() throws {
    let declared = [SharedTraces(userId: "u1", kinds: [], declared: [.address])]
    let flag = try #require(try found(.conflictOfInterest) { $0.conflicts = declared })
    #expect(flag.severity == .info && flag.explanation["declared"] == 1 && explains(flag))
    #expect(flag.message.english.contains("declared"))
    let more = [SharedTraces(userId: "u1", kinds: [.phone], declared: [.address])]
    #expect(try found(.conflictOfInterest) { $0.conflicts = more }?.severity == .block)
  }

  @Test func `a vendor that shares nothing is honest`() throws {
    let none = [SharedTraces(userId: "u2", kinds: [])]
    #expect(try found(.conflictOfInterest) { $0.conflicts = none } == nil)
  }

  @Test func `a province moves the limits`() throws {
    let own = try Rulebook.example([
      "split.near_count": 2, "flags.fast_minutes": 20, "flags.median_ratio": "1.1",
      "flags.repeat_share": "0.2",
      "split.plan_limit": 100_000_000, "flags.price_window_days": 3,
    ])
    #expect(try own.ordersNearThreshold([order(9_500_000), order(9_500_000)], on: march).count == 1)
    #expect(try own.haste(secondsToAcceptance: 1_199, of: order(1)) != nil)
    #expect(try own.repeatedPairs(orders(3, of: 10), on: march).count == 1)
    #expect(try own.plansWorthATender(plan([100_000_001]), on: march).count == 1)
    let key = try #require(RuleKey.byName["split.plan_limit"])
    #expect(key.problem(with: 200_000_001, national: try .example(), on: march, trying: true) != nil)
  }
}
