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
  let place: DemonstrationPlace
  let tenants: TenantDatabase
  let frame: YearFrame
  let passwords: DemonstrationPasswords
  private let plan: YearPlan
  var market: YearMarket
  var events: ArraySlice<YearEvent>
  private let units: [YearUnit]
  private let packages: [Int: YearPackageIDs]
  /// How many vendors of the year are there from the start.
  let vendors: Int
  private let openings: YearOpenings

  /// Units of one province that go on side by side.
  private static let width = 4
  /// Hours at which the day is looked over; what falls due between them is done at its own time.
  private static let hours = [0] + Array(7...20) + [24]

  init(
    _ place: DemonstrationPlace, _ tenants: TenantDatabase, _ frame: YearFrame, _ plan: YearPlan,
    _ market: YearMarket, passwords: DemonstrationPasswords, vendors: Int, units: [YearUnit],
    packages: [Int: YearPackageIDs], openings: YearOpenings
  ) {
    self.openings = openings
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
    _ = try await tenants.patiently(tenant) { lease in
      try await DueTraces(tenant).run(lease)
      _ = try await YearClose(tenant, at: calendar.instant(of: day)).run(lease)
      try await DueFlags(tenant, at: calendar.instant(of: day, minute: 24 * 60 - 2)).run(lease)
      try await DueOfferFlags(tenant, at: calendar.instant(of: day, minute: 24 * 60 - 2)).run(lease)
      return try await AuditSealer().run(lease, at: calendar.instant(of: day, minute: 24 * 60 - 1))
    }
  }

  private func goOn(until end: Date, _ tenant: Tenant) async throws {
    var busy: [YearUnit] = []
    for unit in units {
      if let due = await unit.soonest, due < end { busy.append(unit) }
    }
    guard !busy.isEmpty else { return }
    let scene = YearScene(
      tenant: tenant, tenants: tenants, market: market, frame: frame, packages: packages,
      sealing: place.services.sealing)
    _ = try await concurrently(busy, width: Self.width) { try await $0.goOn(until: end, scene) }
  }

  /// Timers fire at the time at which they are due, as they do where a service runs all day.
  private func fire(from start: Date, until end: Date, _ tenant: Tenant) async throws {
    let hasOffers = try await tenants.patiently(tenant) { lease in
      var due = try await DueTimers(tenant, at: start).run(lease)
      while let now = due, now < end { due = try await DueTimers(tenant, at: now).run(lease) }
      _ = try await DueVendorTimers(tenant, at: end).run(lease)
      _ = try await DueNeedTimers(tenant, at: end).run(lease)
      return try await lease.query(OpenOffers.due(at: end)).count > 0
    }
    if hasOffers { try await openings.open(in: slug, at: end) }
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
      for life in await unit.planted { record.add(life, package: packages[life.story.package]?.id) }
      record.add(refusals: await unit.refusals)
    }
    let (states, needs, flags) = try await tenants.withConnection(place.tenant) { lease in
      let results = try await lease.pipeline([
        "SELECT state, count(*) FROM purchase_order GROUP BY state ORDER BY state",
        "SELECT state, count(*) FROM need GROUP BY state ORDER BY state", RaisedInYear.select,
      ])
      return (
        try results[0].rows(as: (String, Int64).self), try results[1].rows(as: (String, Int64).self),
        try results[2].rows(RaisedInYear.self)
      )
    }
    (record.states, record.needs, record.raised) = (states, needs, flags)
    return record
  }
}
