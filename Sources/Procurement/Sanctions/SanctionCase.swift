package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A proposal to sanction a vendor whose order was terminated (domain.md §7.4, `terminate`).
package struct SanctionCase: RowDecodable, Sendable {
  /// Where a case stands.
  package enum State: String, Sendable, CaseIterable {
    case open, granted, dismissed
  }

  /// What is proposed.
  package enum Proposal: String, Sendable, CaseIterable {
    case suspend, blacklist

    /// The step of the vendor that grants it.
    var transition: VendorTransition { self == .suspend ? .suspend : .blacklist }
  }

  package let id: UUID
  package let vendor: UUID
  let vendorName: String
  package let order: UUID
  let unitPath: [String]
  package let proposal: Proposal
  let reason: String
  package let state: State
  let answer: String?
  let createdAt: Date
  package let version: Int

  package init(row: inout Row) throws {
    id = try row.next()
    vendor = try row.next()
    vendorName = try row.next()
    order = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    proposal = try row.code()
    reason = try row.next()
    state = try row.code()
    answer = try row.next(String?.self)
    createdAt = try row.next()
    version = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT c.id, c.vendor_id, v.business_name, c.order_id, n.path, c.proposal, c.reason, c.state, c.answer, c.created_at,
           c.version
    FROM sanction_case c JOIN vendor v ON v.id = c.vendor_id JOIN unit n ON n.id = c.unit_id
    """

  package static func select(_ id: UUID) -> SQL { "\(columns) WHERE c.id = \(id)" }
  static func selectForUpdate(_ id: UUID) -> SQL { "\(columns) WHERE c.id = \(id) FOR UPDATE OF c" }

  /// Who may read cases: whoever decides, whoever checks, and the unit that proposed it.
  package static let readers: Set<Role> = [.budgetOwner, .verifier, .auditor, .commitmentOfficer]

  /// Whether the case is this person's to see.
  package func isVisible(to actor: Actor) -> Bool {
    actor.role(among: Self.readers) != nil && actor.reaches(unitPath: unitPath)
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "vendorId": JSONValue(vendor), "vendorName": .string(vendorName),
      "orderId": JSONValue(order), "proposal": .string(proposal.rawValue), "reason": .string(reason),
      "state": .string(state.rawValue), "answer": JSONValue(answer), "createdAt": JSONValue(createdAt),
      "version": JSONValue(version),
    ]
  }

  /// What the API shows of a case.
  package static let shape = Shape.component(
    "SanctionCase",
    .object([
      .required("id", .uuid), .required("vendorId", .uuid), .required("vendorName", .name),
      .required("orderId", .uuid), .required("proposal", .oneOf(Proposal.self)), .required("reason", .note),
      .required("state", .oneOf(State.self)), .required("answer", .nullable(.note)),
      .required("createdAt", .dateTime), .required("version", .integer(min: 1)),
    ]))
}

/// Cases within the caller's reach, newest first.
package struct ListSanctionCases: Sendable {
  package static let name = "sanction-cases"

  private let state: SanctionCase.State?
  private let page: PageRequest

  package init(state: SanctionCase.State?, _ page: PageRequest) {
    self.state = state
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    var conditions: [SQL] = ["true"]
    if let units = caller.actor.boundingUnits {
      conditions.append("n.path && \(SQLArray(units))")
    }
    if let state { conditions.append("c.state = \(state.rawValue)") }
    let rows = try await lease.query(
      try page.newest(SanctionCase.columns, where: conditions, by: "c.created_at", "c.id")
    ).rows(SanctionCase.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, at: $0.createdAt, id: $0.id) }
  }
}

/// One case.
package struct ReadSanctionCase: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let found = try await lease.query(SanctionCase.select(id)).first(SanctionCase.self)
    guard let found, found.isVisible(to: caller.actor) else { throw Refusal.notFound }
    return Answer(found.json, version: found.version)
  }
}
