import EOrderRules
import Testing

/// A year of orders as honest units place them: whatever is raised on them is a false alarm.
@Suite struct HonestYearTests {
  /// One purchase of the year.
  private struct Purchase {
    let day: Day
    let unit: String
    let vendor: String
    let account: String
    let category: String
    let item: String
    let gross: Int64
    var needDays = 5

    var need: Day { day.adding(days: needDays) }
  }

  private static let start: Day = "2027-01-04"
  private static let november: Day = "2027-11-22"
  private let rulebook: Rulebook

  init() throws { rulebook = try .example() }

  /// Two meetings a week, each its own need, from four caterers in turn: two would be a favoured pair (`REP1`).
  private var catering: [Purchase] {
    (0..<90).map { meeting in
      Purchase(
        day: Self.start.adding(days: meeting * 7 / 2), unit: "u1",
        vendor: ["v1", "v2", "v10", "v11"][meeting % 4],
        account: "5.1.02.01.01.0052", category: "meals", item: "Nasi kotak rapat", gross: 4_500_000)
    }
  }

  /// Paper and ink under one framework, once a month, of three vendors of stationery.
  private var framework: [Purchase] {
    (0..<12).flatMap { month in
      (0..<3).map { vendor in
        Purchase(
          day: Self.start.adding(days: month * 30 + vendor * 2), unit: "u1", vendor: "v\(3 + vendor)",
          account: "5.1.02.01.01.0024", category: "stationery",
          item: ["Kertas A4", "Tinta printer", "Map"][vendor],
          gross: 7_000_000 + Int64(month) * 10_000, needDays: 5 + vendor)
      }
    }
  }

  /// Two units buy the same of the same vendor on the same day.
  private var neighbours: [Purchase] {
    ["u2", "u3"].map { unit in
      Purchase(
        day: "2027-06-01", unit: unit, vendor: "v3", account: "5.1.02.01.01.0024", category: "stationery",
        item: "Kertas A4", gross: 40_000_000)
    }
  }

  /// Large orders in the last weeks, for different things.
  private var yearEnd: [Purchase] {
    [
      ("v6", "5.2.02.05.01.0002", "furniture", "Lemari arsip"),
      ("v7", "5.2.02.10.01.0002", "computer", "Laptop"),
      ("v8", "5.1.02.02.01.0030", "cleaning", "Jasa kebersihan"),
    ].enumerated().map { index, one in
      Purchase(
        day: Self.november.adding(days: index), unit: "u1", vendor: one.0, account: one.1,
        category: one.2, item: one.3, gross: 40_000_000)
    }
  }

  private func recent(_ purchase: Purchase, _ index: Int) -> RecentOrder {
    RecentOrder(
      id: "o\(index)", number: "\(index)", date: purchase.day, packageId: "k\(index)", unitId: purchase.unit,
      account: purchase.account, categories: [purchase.category], vendorId: purchase.vendor,
      gross: Rupiah(purchase.gross), itemNames: [purchase.item], needDate: purchase.need)
  }

  private func facts(_ purchase: Purchase, _ index: Int, _ before: [RecentOrder]) -> OrderFacts {
    var facts = OrderFacts.example(purchase.gross, day: purchase.day)
    facts.lines[0].category = purchase.category
    facts.lines[0].secondsListed = 60 * 86_400
    facts.lines[0].paidPrices = before.filter { $0.itemNames == [purchase.item] }.map {
      PaidPrice(day: $0.date, unitPrice: $0.gross)
    }
    facts.packageId = "k\(index)"
    facts.unitId = purchase.unit
    facts.account = purchase.account
    facts.vendorId = purchase.vendor
    facts.itemNames = [purchase.item]
    facts.needDate = purchase.need
    facts.deliverBy = purchase.need
    facts.recentOrders = before
    return facts
  }

  @Test func `an honest year raises nothing`() throws {
    let year = (catering + framework + neighbours + yearEnd).sorted { $0.day < $1.day }
    var placed: [RecentOrder] = []
    for (index, purchase) in year.enumerated() {
      let decision = try decide(facts(purchase, index, placed), rulebook)
      let flags = decision.violations.filter(\.code.isFlag).map(\.code)
      #expect(flags == [], "\(purchase.item) of \(purchase.day)")
      placed.append(recent(purchase, index))
      let own = placed.filter { $0.unitId == purchase.unit }
      #expect(try rulebook.ordersNearThreshold(own, on: purchase.day).isEmpty)
      #expect(try rulebook.repeatedPairs(own, on: purchase.day).isEmpty)
      #expect(try rulebook.haste(secondsToAcceptance: 3 * 3600, of: recent(purchase, index)) == nil)
    }
    #expect(year.count == 90 + 36 + 2 + 3)
  }

  /// The same year with a splitter in it: the measure above does not pass because it looks at nothing.
  @Test func `a planted split stands out of the year`() throws {
    let before = (catering + framework).filter { $0.day < "2027-06-01" }.enumerated().map { recent($1, $0) }
    let first = Purchase(
      day: "2027-06-01", unit: "u1", vendor: "v9", account: "5.2.02.10.01.0002", category: "computer",
      item: "Laptop 14 inci", gross: 45_000_000)
    let second = Purchase(
      day: "2027-06-03", unit: "u1", vendor: "v9", account: "5.2.02.10.01.0002", category: "computer",
      item: "Laptop 14 inci core", gross: 30_000_000)
    let decision = try decide(facts(second, 901, before + [recent(first, 900)]), rulebook)
    #expect(decision.violations.map(\.code).filter(\.isFlag) == [.splitCategory, .splitVendor])
  }
}
