package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// One flag.
package struct ReadFlag: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`.
  package func view(_ actor: Actor, _ lease: borrowing some Lease & ~Copyable) async throws -> FlagView {
    let results = try await lease.pipeline(FlagView.selects(id))
    guard let view = try FlagView(results[...]), view.flag.isVisible(to: actor) else {
      throw Refusal.notFound
    }
    return view
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await view(caller.actor, lease).answer(for: caller.actor)
  }
}

/// The auditor's inbox, newest first; for a commitment officer, what is its to explain.
package struct ListFlags: Sendable {
  package static let name = "flags"

  /// What the list is narrowed to.
  package struct Filter: Sendable {
    package var state: FlagState?
    package var code: String?
    package var orderID: UUID?
    package var unitID: UUID?

    package init() {}
  }

  private let filter: Filter
  private let page: PageRequest

  package init(_ filter: Filter, _ page: PageRequest) {
    self.filter = filter
    self.page = page
  }

  /// One row more than the page holds where there is a next page.
  package func rows(_ actor: Actor, _ lease: borrowing some Lease & ~Copyable) async throws -> [FlagRow] {
    try await lease.query(try statement(actor)).rows(FlagRow.self)
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let flags = try await rows(caller.actor, lease)
    let histories = try await lease.pipeline(flags.map { FlagEvent.select(flag: $0.id) })
    let items = try zip(flags, histories).map { flag, history in
      (flag: flag, json: FlagView(flag, try history.rows(FlagEvent.self)).json(for: caller.actor))
    }
    return page.answer(items, item: \.json) {
      Cursor(list: Self.name, at: $0.flag.raisedAt, id: $0.flag.id)
    }
  }

  private func statement(_ actor: Actor) throws -> SQL {
    var conditions: [SQL] = ["true"]
    if !actor.roles.contains(.auditor) {
      conditions.append(actor.scope(officer: "f.officer_id", as: [.commitmentOfficer]))
    }
    if let state = filter.state { conditions.append("f.state = \(state.rawValue)") }
    if let code = filter.code { conditions.append("f.code = \(code)") }
    if let order = filter.orderID { conditions.append("f.order_id = \(order)") }
    if let unit = filter.unitID { conditions.append("f.unit_id = \(unit)") }
    return try page.newest(FlagRow.columns, where: conditions, by: "f.raised_at", "f.id")
  }
}
