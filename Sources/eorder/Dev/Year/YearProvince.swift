import AuditLog
import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy
import Web

/// A province's year, hour by hour.
actor YearProvince {
  nonisolated let slug: String
  private let place: DemonstrationPlace
  private let tenants: TenantDatabase
  private let frame: YearFrame
  private let passwords: DemonstrationPasswords
  private let plan: YearPlan
  private var market: YearMarket
  private var events: ArraySlice<YearEvent>
  private let units: [YearUnit]
  private let packages: [Int: YearPackageIDs]
  /// How many vendors of the year are there from the start.
  private let vendors: Int

  /// Units of one province that go on side by side.
  private static let width = 4
  /// Hours at which the day is looked over; what falls due between them is done at its own time.
  private static let hours = [0] + Array(7...20) + [24]

  init(
    _ place: DemonstrationPlace, _ tenants: TenantDatabase, _ frame: YearFrame, _ plan: YearPlan,
    _ market: YearMarket, passwords: DemonstrationPasswords, vendors: Int, units: [YearUnit],
    packages: [Int: YearPackageIDs]
  ) {
    slug = place.tenant.slug
    self.passwords = passwords
    (self.place, self.tenants, self.frame, self.plan) = (place, tenants, frame, plan)
    (self.market, self.units, self.packages, self.vendors) = (market, units, packages, vendors)
    events = YearEvent.all(plan, frame, vendors: vendors)[...]
  }

  /// One day, under the rules of that day.
  func live(_ day: Day, _ tenant: Tenant) async throws {
    let calendar = frame.seasons.calendar
    for (from, to) in zip(Self.hours, Self.hours.dropFirst()) {
      let (start, end) = (
        calendar.instant(of: day, minute: from * 60), calendar.instant(of: day, minute: to * 60)
      )
      try await trade(until: start, tenant)
      try await goOn(until: end, tenant)
      try await fire(from: start, until: end, tenant)
    }
    _ = try await tenants.withConnection(tenant) { lease in
      try await DueTraces(tenant).run(lease)
      return try await AuditSealer().run(lease, at: calendar.instant(of: day, minute: 24 * 60 - 1))
    }
  }

  private func goOn(until end: Date, _ tenant: Tenant) async throws {
    var busy: [YearUnit] = []
    for unit in units {
      if let due = await unit.soonest, due < end { busy.append(unit) }
    }
    guard !busy.isEmpty else { return }
    let scene = YearScene(tenant: tenant, tenants: tenants, market: market, frame: frame, packages: packages)
    _ = try await concurrently(busy, width: Self.width) { try await $0.goOn(until: end, scene) }
  }

  /// Timers fire at the time at which they are due, as they do where a service runs all day.
  private func fire(from start: Date, until end: Date, _ tenant: Tenant) async throws {
    try await tenants.withConnection(tenant) { lease in
      var due = try await DueTimers(tenant, at: start).run(lease)
      while let now = due, now < end { due = try await DueTimers(tenant, at: now).run(lease) }
      _ = try await DueVendorTimers(tenant, at: end).run(lease)
      _ = try await DueNeedTimers(tenant, at: end).run(lease)
    }
  }

  private func trade(until now: Date, _ tenant: Tenant) async throws {
    var changed = false
    let trade = YearTrade(
      place: DemonstrationPlace(services: place.services, tenant: tenant), frame: frame, passwords: passwords)
    while let event = events.first, event.at <= now {
      events.removeFirst()
      // A market that is otherwise than planned is no reason to stop the year.
      do { try await take(event, trade) } catch is Procurement.Refusal {}
      changed = true
    }
    guard changed else { return }
    let people = try await place.people().map(\.actor)
    var fresh = market
    try await tenants.withConnection(tenant) { try await fresh.read($0, people) }
    market = fresh
  }

  private func take(_ event: YearEvent, _ trade: YearTrade) async throws {
    switch event.kind {
    case .register(let number):
      try await trade.register(YearSetUp.vendor(number, frame, place.tenant.rulebook, market), at: event.at)
    case .decide(let number, let step):
      if let id = try await trade.id(of: number) { try await trade.decide(id, step, at: event.at) }
    case .suspend(let number):
      guard let id = try await trade.id(of: number) else { return }
      try await trade.decide(id, .suspend, at: event.at)
      market.close(id)
    case .reinstate(let number):
      guard let id = try await trade.id(of: number) else { return }
      try await trade.decide(id, .reinstate, at: event.at)
      market.open(id)
    case .blacklist(let number):
      if let id = try await trade.id(of: number) { try await trade.decide(id, .blacklist, at: event.at) }
    case .introduce(let key, let category, let percent):
      try await introduce(key, category, percent, trade, at: event.at)
    case .reprice(let key, let percent):
      guard let item = market.planted[key], let shop = market.shops[item.vendor] else { return }
      try await trade.reprice(item, of: shop.owner, percent: percent, at: event.at)
      market.planted[key]?.price = max(1, item.price * percent / 100)
    case .declare:
      for number in 0..<vendors where YearSetUp.vendor(number, frame, place.tenant.rulebook, market).declares
      {
        guard let id = try await trade.id(of: number), let shop = market.shops[id] else { continue }
        try await trade.declare(id, shop.owner, at: event.at)
      }
    case .drift(let number):
      var random = YearRandom(frame.seed, frame.slug, "drift", "\(number)")
      let all = market.categories.sorted().flatMap { market.items(of: $0) }
      guard !all.isEmpty else { return }
      let item = random.pick(all)
      guard let shop = market.shops[item.vendor] else { return }
      try await trade.reprice(item, of: shop.owner, percent: Int64(random.int(94...105)), at: event.at)
    }
  }

  private func introduce(
    _ key: String, _ category: String, _ percent: Int64, _ trade: YearTrade, at now: Date
  ) async throws {
    var random = YearRandom(frame.seed, frame.slug, "introduce", key)
    let candidates = market.items(of: category).filter { $0.minimum <= 10 && $0.price <= 100_000 }
    guard !candidates.isEmpty else { return }
    let item = random.pick(candidates)
    guard let shop = market.shops[item.vendor],
      let taxClass = place.tenant.rulebook.categories[category]?.taxClasses.first,
      let id = try await trade.introduce(
        like: item, of: shop.owner, price: max(1, item.price * percent / 100), sku: key, taxClass: taxClass,
        at: now)
    else { return }
    market.planted[key] = item.copy(id: id, price: max(1, item.price * percent / 100))
  }

  /// How many orders stand there so far.
  var placed: Int {
    get async {
      var sum = 0
      for unit in units { sum += await unit.placed }
      return sum
    }
  }

  /// What became of the year.
  func record() async throws -> YearRecord {
    var record = YearRecord(slug: slug)
    for unit in units {
      for (story, order) in await unit.orders where !story.plants.isEmpty { record.add(story, order) }
      record.add(refusals: await unit.refusals)
    }
    let states = try await tenants.withConnection(place.tenant) { lease in
      try await lease.query("SELECT state, count(*) FROM purchase_order GROUP BY state ORDER BY state")
        .rows(as: (String, Int64).self)
    }
    record.states = states
    return record
  }
}
