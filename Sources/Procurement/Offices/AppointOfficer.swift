import AuditLog
import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The province's administrator records who holds an office by which decree, acts in it, or was handed it on.
package struct AppointOfficer: Sendable {
  package static let shape = OfficeDraft.shape

  private let draft: OfficeDraft

  /// - Throws: 422 where a member is missing.
  package init(body: JSONValue) throws {
    guard let draft = OfficeDraft(body: body) else { throw Refusal.invalid([FieldError("", .required)]) }
    self.draft = draft
  }

  /// - Throws: `Refusal.invalid` with everything that is wrong; 409 where the person holds the office already.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let errors = draft.refusals(caller)
    return try await write(lease, reading: reads(caller)) { transaction, results in
      let all = errors + (try refusals(results, caller))
      guard all.isEmpty else { throw Refusal.invalid(all) }
      guard try results[3].rows(OpenHolding.self).allSatisfy({ !$0.overlaps(draft, caller) }) else {
        throw Refusal.alreadyRegistered([FieldError("/role", .alreadyRegistered)])
      }
      // One acts in the place of another; several would decide beside each other.
      if [.actingPlt, .actingPlh].contains(draft.kind),
        try results[4].rows(OpenHolding.self).contains(where: { $0.overlaps(draft, caller) })
      {
        throw Refusal.alreadyRegistered([FieldError("/onBehalfOf", .alreadyRegistered)])
      }
      let id = UUID.version7(at: caller.now)
      let entry = caller.entry(
        "office.grant", role: .tenantAdmin, subject: "office", id: id, detail: draft.detail)
      transaction.enqueue(entry.insertion)
      transaction.enqueue(draft.insertion(id, audit: entry.id, caller))
      let stored = try await transaction.query(OfficeHolding.select(id, at: caller.now))
      guard let holding = try stored.first(OfficeHolding.self) else { throw Refusal.notFound }
      return Answer(status: 201, holding.json, version: holding.version)
    }
  }

  private func reads(_ caller: Caller) -> [SQL] {
    [
      """
      SELECT person FROM app_user WHERE id = \(draft.userID) AND active AND vendor_id IS NULL FOR UPDATE
      """,
      "SELECT path FROM unit WHERE id = \(draft.unitID)",
      """
      SELECT coalesce(n.path, '{}') FROM office_holding h JOIN app_user u ON u.id = h.user_id
      LEFT JOIN unit n ON n.id = CASE WHEN h.at_home THEN u.unit_id ELSE h.unit_id END
      WHERE h.user_id = \(draft.onBehalfOf) AND h.role = \(draft.role.rawValue) AND h.kind = 'definitive' AND u.active
        AND \(HomeOffices.isOpen("h", at: caller.now))
      """,
      OpenHolding.select("h.user_id = \(draft.userID)", at: caller.now),
      OpenHolding.select(
        "h.on_behalf_of = \(draft.onBehalfOf) AND h.kind IN ('acting_plt', 'acting_plh')", at: caller.now),
    ]
  }

  private func refusals(_ results: [Result], _ caller: Caller) throws -> [FieldError] {
    var errors: [FieldError] = []
    let person = try results[0].scalar(String.self)
    if person == nil { errors.append(FieldError("/userId", .notFound)) }
    let path = try results[1].scalar(SQLArray<String>.self)?.elements
    if draft.unitID != nil, path == nil { errors.append(FieldError("/unitId", .notFound)) }
    if draft.onBehalfOf != nil, draft.onBehalfOf != draft.userID {
      let held = try results[2].column(SQLArray<String>.self).map(\.elements)
      if !held.contains(where: { (path ?? []).starts(with: $0) }) {
        errors.append(FieldError("/onBehalfOf", .notFound, detail: Self.holdsNothing))
      }
    }
    let others = try results[3].rows(OpenHolding.self)
    let roles = Set(others.map(\.role)).union([draft.role])
    let own = person == caller.actor.person || draft.userID == caller.actor.userID
    let refusal =
      RoleRules.refusal(ofOfficial: roles, under: caller.rulebook, at: "/role")
      ?? (own ? RoleRules.refusal(ofOwn: [draft.role], before: [], at: "/role") : nil)
    return errors + [refusal].compactMap { $0 }
  }

  private static let holdsNothing = Bilingual(
    id: "Orang ini tidak memegang jabatan itu pada unit tersebut.",
    en: "This person does not hold that office for the unit.")
}

/// An office that the person holds or is going to hold.
private struct OpenHolding: RowDecodable, Sendable {
  let role: Role
  let unitID: UUID?
  let year: Int?
  let from: Date?
  let until: Date?

  init(row: inout Row) throws {
    role = try row.code()
    unitID = try row.next(UUID?.self)
    year = try row.next(Int?.self)
    from = try row.next(Date?.self)
    until = try row.next(Date?.self)
  }

  /// Those of holdings `h` that are not over yet.
  static func select(_ condition: SQL, at now: Date) -> SQL {
    """
    SELECT h.role, CASE WHEN h.at_home THEN u.unit_id ELSE h.unit_id END, h.year, h.from_at, h.until_at
    FROM office_holding h JOIN app_user u ON u.id = h.user_id
    WHERE \(condition) AND \(HomeOffices.isOpen("h", at: now))
    """
  }

  /// Whether the same office would be held twice on some day.
  func overlaps(_ draft: OfficeDraft, _ caller: Caller) -> Bool {
    guard role == draft.role, unitID == draft.unitID, year == draft.year else { return false }
    let other = draft.instants(caller.tenant.calendar)
    let (start, end) = (from ?? .distantPast, until ?? .distantFuture)
    return start < other.until ?? .distantFuture && other.from ?? .distantPast < end
  }
}
