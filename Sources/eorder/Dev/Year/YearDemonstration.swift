import EOrderRules
import Foundation
import Logging
import Postgres
import StrictJSON
import Tenancy
import Web

/// A year of life for every shipped province, by the use cases that people and the service go through.
struct YearDemonstration: Sendable {
  let installation: Installation
  let services: Services
  let folder: DevelopmentFolder
  let masterKey: MasterKey
  let wish: YearWish

  /// Days before the year in which everything is made ready.
  static let eve = 7
  private static let length = 365

  /// Lives the year that ends with the day before `end`.
  func run(until end: Date) async throws {
    let tenants = try installation.tenants()
    let openings = try YearOpenings(installation)
    do {
      let provinces = try await provinces(until: end, tenants, openings)
      let began = ContinuousClock.now
      try await live(provinces, until: end)
      let lasted = ContinuousClock.now - began
      let records = try await concurrently(provinces, width: provinces.count) { try await $0.record() }
      try write(records.sorted { $0.slug < $1.slug }, until: end, lasted)
      await tenants.shutdown()
    } catch {
      await tenants.shutdown()
      throw error
    }
  }

  private func provinces(
    until end: Date, _ tenants: TenantDatabase, _ openings: YearOpenings
  ) async throws -> [YearProvince] {
    let folders = ProvinceFiles.all(in: installation.tenantsFolder)
    let passwords = DemonstrationPasswords(masterKey: masterKey)
    return try await concurrently(folders, width: folders.count) { files -> YearProvince? in
      guard let tenant = services.registry.tenant(slug: files.folder.lastPathComponent) else { return nil }
      Console.note("Making \(tenant.slug) ready for its year")
      let place = DemonstrationPlace(services: services, tenant: tenant)
      try await ProvinceDemonstration(
        place: place, files: files, masterKey: masterKey, passwords: passwords
      ).run()
      let last = tenant.today(end)
      let frame = YearFrame(
        seed: wish.seed, slug: tenant.slug, units: max(2, min(60, wish.orders / 330)),
        days: (-Self.length..<0).map { last.adding(days: $0) },
        seasons: YearSeasons(calendar: tenant.calendar))
      try await openings.open(in: tenant.slug, at: place.now)
      return try await YearSetUp(place: place, frame: frame, orders: wish.orders, passwords: passwords).run(
        tenants, openings)
    }.compactMap { $0 }.sorted { $0.slug < $1.slug }
  }

  /// All provinces day by day, since they have one clock.
  private func live(_ provinces: [YearProvince], until end: Date) async throws {
    var progress = YearProgress(expected: wish.orders * provinces.count)
    for number in 0..<Self.length {
      let noon = end + Double(number - Self.length) * 86_400
      _ = try await concurrently(provinces, width: provinces.count) { province in
        guard let tenant = await tenant(province.slug, at: noon) else { return }
        try await province.live(tenant.today(noon), tenant)
      }
      var placed = 0
      for province in provinces { placed += await province.placed }
      progress.tell(placed, noon)
    }
  }

  /// The province under the rules of that day.
  private func tenant(_ slug: String, at now: Date) async -> Tenant? {
    services.clock.set(microseconds: Int64((now.timeIntervalSinceNow * 1_000_000).rounded()))
    return services.registry.tenant(slug: slug)
  }

  private func write(_ records: [YearRecord], until end: Date, _ lasted: Duration) throws {
    let orders = records.reduce(0) { $0 + $1.orders }
    let seconds = Double(lasted.components.seconds) + 0.001
    let rate = Int((Double(orders) / seconds).rounded())
    Console.note("The year is over: \(orders) orders in \(lasted.components.seconds) s, \(rate) a second")
    let scores = YearScore.all(records)
    Console.note(YearScore.table(scores))
    let json: JSONValue = [
      "seed": .string("\(wish.seed)"), "until": .string(ISO8601DateFormatter().string(from: end)),
      "seconds": .integer(lasted.components.seconds), "flags": .array(scores.map(\.json)),
      "provinces": .array(records.map(\.json)),
    ]
    try PrivateFile.write(String(decoding: json.encoded, as: UTF8.self) + "\n", to: folder.year)
  }
}

/// Which year somebody wants.
struct YearWish: Sendable {
  /// In each province.
  let orders: Int
  let seed: UInt64
}

/// Says now and then how far the year has gone.
struct YearProgress {
  let expected: Int
  private let began = ContinuousClock.now
  private var told = ContinuousClock.now

  init(expected: Int) { self.expected = expected }

  mutating func tell(_ placed: Int, _ day: Date) {
    let now = ContinuousClock.now
    guard now - told > .seconds(10), placed > 0 else { return }
    told = now
    let elapsed = (now - began).components.seconds
    let left = elapsed * Int64(max(0, expected - placed)) / Int64(placed)
    let date = ISO8601DateFormatter.string(
      from: day, timeZone: TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt, formatOptions: [.withFullDate])
    Console.note("\(date): \(placed) of \(expected) orders, about \(left / 60) min \(left % 60) s left")
  }
}
