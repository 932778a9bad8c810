import EOrderRules
import Foundation
import Postgres
import Tenancy

/// The orders that a simulation looks at beside each decision. The facts of a decision hold those that its own rules
/// asked for; rules that look further back, or at smaller sums, need the others too.
struct SimulatedOrders: Sendable {
  private let caller: Caller
  private let splitting: (windowDays: Int, vendorWindowDays: Int, limit: Rupiah)
  /// Whether the rules that are tried see more than those of today.
  let looksFurther: Bool

  /// - Parameter rulebook: the rules that are tried.
  init(_ rulebook: Rulebook, tenant: Tenant, at now: Date) {
    caller = .system(tenant, at: now)
    splitting = rulebook.strictestSplitting
    let today = tenant.rulebook.strictestSplitting
    looksFurther =
      splitting.windowDays > today.windowDays || splitting.vendorWindowDays > today.vendorWindowDays
      || splitting.limit < today.limit
  }

  /// The facts with the orders that are not among them yet.
  func added(
    to facts: OrderFacts, of kept: KeptDecisionRow, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> OrderFacts {
    guard looksFurther else { return facts }
    func start(_ days: Int) -> Date {
      caller.tenant.calendar.instant(of: facts.date.adding(days: -days))
    }
    let rows = try await lease.query(
      RecentOrderRow.select(
        beside: kept.order, at: kept.at, since: start(splitting.windowDays),
        vendor: start(splitting.vendorWindowDays))
    ).rows(RecentOrderRow.self)
    let known = Set(facts.recentOrders.map(\.id))
    var whole = facts
    whole.recentOrders += rows.map { $0.fact(caller) }.filter { !known.contains($0.id) }
    return whole
  }
}
