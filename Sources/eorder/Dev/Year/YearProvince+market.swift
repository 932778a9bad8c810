import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import Tenancy
import Web

extension YearProvince {
  /// Everything that happens on the market up to an instant.
  func trade(until now: Date, _ tenant: Tenant) async throws {
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
    try await tenants.patiently(tenant) { try await fresh.read($0, people) }
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
    case .introduce(let key, let category, let target):
      try await introduce(key, category, target, trade, at: event.at)
    case .reprice(let key, let percent):
      guard let item = market[planted: key], let shop = market.shops[item.vendor] else { return }
      try await trade.reprice(item, of: shop.owner, percent: percent, at: event.at)
      market[planted: key]?.price = max(1, item.price * percent / 100)
    case .raise(let key, let percent):
      guard let item = market[planted: key], let shop = market.shops[item.vendor] else { return }
      try await trade.reprice(item, of: shop.owner, percent: percent, curated: false, at: event.at)
    case .curate(let key):
      if let item = market[planted: key] { try await trade.list(item.id, at: event.at) }
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
    _ key: String, _ category: String, _ target: Int64, _ trade: YearTrade, at now: Date
  ) async throws {
    var random = YearRandom(frame.seed, frame.slug, "introduce", key)
    let candidates = market.patterns(of: category, target: target)
    guard !candidates.isEmpty else { return }
    let item = random.pick(candidates)
    guard let shop = key.hasPrefix("COI1") ? market.kin : market.shops[item.vendor],
      let taxClass = place.tenant.rulebook.categories[category]?.taxClasses.first,
      let id = try await trade.introduce(
        like: item, of: shop.owner, price: item.price, sku: key, taxClass: taxClass, at: now)
    else { return }
    market[planted: key] = item.copy(id: id, vendor: shop.id, price: item.price)
  }
}
