import EOrderRules
import Foundation

/// Many orders decided side by side, each held against a property.
enum Trials {
  /// How many, where the environment asks for the long way (`deploy/test --long`), and where it does not.
  static func count(_ short: Int, long: Int) -> Int {
    (ProcessInfo.processInfo.environment["EORDER_LONG"] ?? "").isEmpty ? short : long
  }

  /// What the property holds against the orders: the first complaints, each with the seed that repeats it.
  ///
  /// - Parameter property: What is wrong with an order under a rulebook; nil where nothing is.
  static func complaints(
    _ count: Int, seed: UInt64,
    _ property: @escaping @Sendable (inout RandomOrders, Rulebook) throws -> String?
  ) async throws -> [String] {
    let workers = max(2, ProcessInfo.processInfo.activeProcessorCount)
    let share = count / workers + 1
    let rulebooks = try Self.rulebooks()
    return try await withThrowingTaskGroup(of: [String].self) { group in
      for worker in 0..<workers {
        group.addTask {
          try run(share, seed: seed &+ UInt64(worker) &* 1_000_003, rulebooks, property)
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  private static func run(
    _ count: Int, seed: UInt64, _ rulebooks: [Rulebook],
    _ property: (inout RandomOrders, Rulebook) throws -> String?
  ) throws -> [String] {
    var orders = RandomOrders(seed: seed)
    var complaints: [String] = []
    for number in 0..<count where complaints.count < 3 {
      let rulebook = orders.numbers.pick(rulebooks)
      if let complaint = try property(&orders, rulebook) {
        complaints.append("seed \(seed), order \(number) on \(rulebook.day): \(complaint)")
      }
    }
    return complaints
  }

  /// Every combination of the settings of tax, each on every day at which the law changes.
  private static func rulebooks() throws -> [Rulebook] {
    var found: [Rulebook] = []
    for setting in 0..<48 {
      let rulebook = try Rulebook.example(
        [
          "tax.collector": setting % 2 == 0 ? "TREASURER" : "PLATFORM",
          "tax.appointment": "KEP-1",
          "tax.ppn_threshold_basis": setting / 2 % 2 == 0 ? "EX" : "GROSS",
          "tax.umkm_crossing": ["SPLIT", "FULL", "REVIEW"][setting / 4 % 3],
          "tax.pbjt_in_wht_base": .bool(setting / 12 % 2 == 0),
          "tax.no_npwp_policy": setting / 24 == 0 ? "SURCHARGE" : "REVIEW",
        ], national: .example(olderRows))
      for day in RandomOrders.days { found.append(try rulebook.on(day)) }
    }
    return found
  }

  private static let olderRows = [
    NationalRow(
      .pph21, from: "2016-09-29", legal: "PER-16", rate: Ratio(5, 100), base: Ratio(1, 2)!,
      surcharge: Ratio(12, 10)!),
    NationalRow(
      .pphFinal, from: "2018-07-01", legal: "PP 23/2018", rate: Ratio(5, 1000),
      forms: [.individual, .cooperative, .cv, .firma, .pt]),
    NationalRow(
      .pphFinal, from: "2022-12-20", legal: "PP 55/2022", rate: Ratio(5, 1000), forms: Set(LegalForm.allCases)
    ),
  ]
}
