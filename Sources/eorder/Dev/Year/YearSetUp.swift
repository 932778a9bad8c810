import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy
import Web

/// Brings a province to the eve of its year: units, people, money, packages, vendors and what they sell.
struct YearSetUp: Sendable {
  let place: DemonstrationPlace
  let frame: YearFrame
  let orders: Int
  let passwords: DemonstrationPasswords

  private static let productsOfAVendor = 4
  /// Orders for each vendor of the year.
  private static let ordersOfAVendor = 400

  private var rulebook: Rulebook { place.tenant.rulebook }
  private var vendors: Int { min(60, 10 + orders / Self.ordersOfAVendor) }

  /// The vendor of a number, in one of the categories in which something is for sale.
  static func vendor(_ number: Int, _ frame: YearFrame, _ rulebook: Rulebook, _ market: YearMarket)
    -> YearVendor
  {
    let categories = YearPlan.mix.map(\.0).filter { market.categories.contains($0) }.compactMap {
      rulebook.categories[$0]
    }
    return YearVendor(
      number: number, category: categories[number % categories.count], frame: frame, rulebook: rulebook)
  }

  func run(_ tenants: TenantDatabase, _ openings: YearOpenings) async throws -> YearProvince {
    let tables = YearTables(frame: frame, rulebook: rulebook)
    try await load(.units, tables.units)
    try await load(.officials, tables.officials)
    var market = try await self.market()
    try await settleVendors(market)
    try await settleKin()
    market = try await self.market()
    let plan = YearPlan(frame, orders: orders, categories: market.categories)
    try await load(.budgetLines, tables.budgetLines(plan))
    try await load(.packages, tables.packages(plan))
    let people = Dictionary(grouping: try await place.people().map(\.actor)) { $0.unitPath.last ?? "" }
    let stories = Dictionary(grouping: plan.stories, by: \.unit)
    let units = try (0..<frame.units).map { number in
      guard let seats = YearSeats(people[YearTables.unitCode(number)] ?? []) else {
        throw DemonstrationFailure(description: "unit \(number) of \(frame.slug) lacks people")
      }
      return YearUnit(seats, stories[number] ?? [], frame)
    }
    return YearProvince(
      place, tenants, frame, plan, market, passwords: passwords, vendors: vendors, units: units,
      packages: try await packages(plan), openings: openings)
  }

  private func load(_ kind: ImportKind, _ text: String) async throws {
    let run = try ImportRun(
      kind, Array(text.utf8), operatorAt: place.now, under: rulebook, traceKey: place.tenant.traceKey)
    do {
      _ = try await place.withConnection { try await run($0) }
    } catch Procurement.Refusal.invalid(let errors) {
      throw ImportFailure(file: "the year's \(kind.rawValue)", errors: errors)
    }
  }

  private func market() async throws -> YearMarket {
    var market = YearMarket()
    let people = try await place.people().map(\.actor)
    try await place.withConnection { try await market.read($0, people) }
    return market
  }

  /// Vendors that are there from the start are verified and sell some of what others sell, a little cheaper.
  private func settleVendors(_ market: YearMarket) async throws {
    let trade = YearTrade(place: place, frame: frame, passwords: passwords)
    for number in 0..<vendors {
      let vendor = Self.vendor(number, frame, rulebook, market)
      let now = place.now
      try await trade.register(vendor, at: now)
      guard let id = try await trade.id(of: number) else { continue }
      let owner = try await trade.owner(of: id)
      try await trade.decide(id, .verify, at: now + 3600)
      var random = YearRandom(frame.seed, frame.slug, "wares", "\(number)")
      let items = market.items(of: vendor.category.code).shuffled(using: &random).prefix(
        Self.productsOfAVendor)
      guard let taxClass = vendor.category.taxClasses.first else { continue }
      for (place, item) in items.enumerated() {
        _ = try await trade.introduce(
          like: item, of: owner, price: max(1, item.price * Int64(random.int(90...99)) / 100),
          sku: "T\(number)-\(place)", taxClass: taxClass, at: now + 7200)
      }
    }
  }

  /// Nobody suspects the vendor that shares its telephone with an official.
  private func settleKin() async throws {
    guard let category = rulebook.categories["stationery"] else { return }
    let trade = YearTrade(place: place, frame: frame, passwords: passwords)
    let vendor = YearVendor(number: YearVendor.kin, category: category, frame: frame, rulebook: rulebook)
    try await trade.register(vendor, at: place.now)
    if let id = try await trade.id(of: vendor.number) {
      try await trade.decide(id, .verify, at: place.now + 3600)
    }
  }

  private func packages(_ plan: YearPlan) async throws -> [Int: YearPackageIDs] {
    let rows = try await place.withConnection { lease in
      try await lease.query(
        """
        SELECT p.rup_code, p.id, b.budget_line_id FROM package p JOIN package_budget_line b ON b.package_id = p.id
        WHERE p.rup_code LIKE '9%'
        """
      ).rows(as: (String, UUID, UUID).self)
    }
    let known = Dictionary(rows.map { ($0.0, YearPackageIDs(id: $0.1, line: $0.2)) }) { first, _ in first }
    return Dictionary(
      uniqueKeysWithValues: plan.packages.enumerated().compactMap { number, package in
        known[package.rupCode].map { (number, $0) }
      })
  }
}
