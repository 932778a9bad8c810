import EOrderRules
import Foundation
import Testing

@testable import Procurement

/// The property of the state machine: whatever random people do to orders at random times, the invariants at the end
/// of domain.md §7.4 hold after every step, and the history told again gives the order that stands there.
///
/// `EORDER_LONG` takes 10,000 orders instead of a few hundred; `EORDER_SEED` begins with another number.
@Suite struct OrderLifeTests {
  private static let ordersOfAWorld = 100

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
  private static var worlds: Int { environment["EORDER_LONG"].map { $0.isEmpty } == false ? 100 : 2 }
  private static var seed: UInt64 { environment["EORDER_SEED"].flatMap { UInt64($0) } ?? 20_270_301 }

  @Test func `random lives of orders keep every invariant`() async throws {
    let worlds = Self.worlds
    var tally: [String: Int] = [:]
    try await withThrowingTaskGroup(of: [String: Int].self) { group in
      for number in 0..<min(2, worlds) { group.addTask { try await Self.live(number) } }
      var next = 2
      while let done = try await group.next() {
        tally.merge(done, uniquingKeysWith: +)
        if next < worlds {
          let number = next
          group.addTask { try await Self.live(number) }
        }
        next += 1
      }
    }
    // Lives that never get anywhere prove nothing; a rare step may be missed by chance.
    let never = OrderTransition.allCases.filter { transition in
      transition != .create && transition != .expire && tally["\(transition.rawValue) done"] == nil
    }
    #expect(never.count <= 2, "never done: \(never)")
    let states = Set(tally.keys.filter { $0.hasPrefix("ended ") })
    for state in ["closed", "rejected", "cancelled", "terminated"] {
      #expect(states.contains("ended \(state)"))
    }
  }

  private static func live(_ number: Int) async throws -> [String: Int] {
    let world = try await OrderWorld()
    var tally: [String: Int] = [:]
    for order in 0..<ordersOfAWorld {
      let start = world.province.now + 172_800 + Double(order) * 3600
      let name = "seed \(seed), world \(number), order \(order)"
      let mixed = (seed &* 1_000_003) ^ (UInt64(number) << 32) ^ UInt64(order)
      guard var life = try await OrderLife(in: world, name: name, at: start, seed: mixed) else { continue }
      for fault in try await life.run() { Issue.record("\(fault)") }
      tally.merge(life.tally, uniquingKeysWith: +)
      tally["ended \(life.ended)", default: 0] += 1
    }
    try await world.province.verifyAudit()
    return tally
  }
}
