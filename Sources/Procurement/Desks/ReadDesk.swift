import Authentication
import EOrderRules
import Foundation
package import Postgres
import Tenancy

/// What waits for an official, and what others hold: one query for each kind of work, all in one round trip.
package struct ReadDesk: Sendable {
  package init() {}

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Desk {
    let actor = caller.actor
    let takesPart = !actor.roles.isDisjoint(with: Self.buyers)
    let kinds = DeskMatter.Kind.allCases.filter { !actor.roles.isDisjoint(with: $0.readers) }
    let year: SQL = "(SELECT y.year FROM package y WHERE y.id = o.package_id)"
    let orders = actor.scope(year: year, officer: "o.commitment_officer_id")
    let needs = actor.scope(year: "p.year", officer: "d.commitment_officer_id")
    let results = try await lease.pipeline(
      (takesPart
        ? [DeskOrder.select(orders, at: caller.now), DeskNeed.select(needs), DeskOverlay.select(orders)] : [])
        + kinds.map { $0.select(caller) })
    var desk = Desk()
    if takesPart {
      desk.orders = try results[0].rows(DeskOrder.self)
      desk.needs = try results[1].rows(DeskNeed.self)
      desk.overlays = try results[2].rows(DeskOverlay.self)
    }
    desk.matters = try results.dropFirst(takesPart ? 3 : 0).flatMap { try $0.rows(DeskMatter.self) }
    return desk
  }

  /// Who takes part in orders and needs.
  private static let buyers: Set<Role> = [
    .budgetOwner, .commitmentOfficer, .technicalOfficer, .procurementOfficer, .treasurer, .financeVerifier,
    .goodsKeeper, .auditor,
  ]
}

/// What `ReadDesk` has found.
package struct Desk: Sendable {
  package var orders: [DeskOrder] = []
  package var needs: [DeskNeed] = []
  package var overlays: [DeskOverlay] = []
  package var matters: [DeskMatter] = []
}

extension DeskMatter.Kind {
  /// For whom it waits.
  var readers: Set<Role> {
    switch self {
    case .unassigned, .redLine: [.budgetOwner]
    case .sanction: [.budgetOwner, .verifier]
    case .flag: [.auditor, .commitmentOfficer]
    case .vendor, .product, .paper, .account, .lines: [.verifier]
    case .rules: [.ruleApprover, .tenantAdmin]
    case .invited: [.tenantAdmin]
    }
  }
}
