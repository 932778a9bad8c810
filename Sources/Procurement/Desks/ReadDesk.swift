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
    let paysTaxes = actor.roles.contains(.treasurer)
    let rates = actor.roles.contains(.commitmentOfficer)
    let rated = actor.scope(year: year, officer: "o.commitment_officer_id", as: [.commitmentOfficer])
    let results = try await lease.pipeline(
      (takesPart
        ? [DeskOrder.select(orders, at: caller.now), DeskNeed.select(needs), DeskOverlay.select(orders)] : [])
        + (paysTaxes ? [DeskDeposit.select(actor.scope(year: year, as: [.treasurer]))] : [])
        + (rates ? [DeskRating.select(rated, by: .province)] : []) + kinds.map { $0.select(caller) })
    var rest = results[...]
    var desk = Desk()
    if takesPart {
      desk.orders = try rest.removeFirst().rows(DeskOrder.self)
      desk.needs = try rest.removeFirst().rows(DeskNeed.self)
      desk.overlays = try rest.removeFirst().rows(DeskOverlay.self)
    }
    if paysTaxes { desk.deposits = try rest.removeFirst().rows(DeskDeposit.self) }
    if rates { desk.ratings = try rest.removeFirst().rows(DeskRating.self) }
    desk.matters = try rest.flatMap { try $0.rows(DeskMatter.self) }
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
  /// Taxes of payments whose deposit nobody has proved yet.
  package var deposits: [DeskDeposit] = []
  /// Paid orders that the reader may still rate.
  package var ratings: [DeskRating] = []
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
