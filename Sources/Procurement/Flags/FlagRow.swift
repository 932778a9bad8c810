package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A red flag as it is stored, with the names of what it is about.
package struct FlagRow: RowDecodable, Sendable {
  package let id: UUID
  package let code: String
  package let severity: Severity
  package let state: FlagState
  /// Whether it stands for an order that was refused.
  package let isAttempt: Bool
  package let unitID: UUID
  package let unitName: String
  package let unitPath: [String]
  package let orderID: UUID?
  package let orderNumber: String?
  package let vendorID: UUID?
  package let vendorName: String?
  package let packageID: UUID?
  package let needID: UUID?
  /// The commitment officer who is to explain.
  package let officerID: UUID?
  package let rulesVersion: String
  package let legal: String
  package let message: JSONValue
  package let explanation: JSONValue
  /// What the commitment officer wrote while issuing the order.
  package let justification: String?
  package let raisedAt: Date
  package let updatedAt: Date
  package let version: Int
  /// What tells flags of one code apart.
  let key: String
  /// How many things have happened to it.
  let events: Int

  package init(row: inout Row) throws {
    id = try row.next()
    code = try row.next()
    severity = try row.code()
    state = try row.code()
    isAttempt = try row.next()
    unitID = try row.next()
    unitName = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    orderID = try row.next(UUID?.self)
    orderNumber = try row.next(String?.self)
    vendorID = try row.next(UUID?.self)
    vendorName = try row.next(String?.self)
    packageID = try row.next(UUID?.self)
    needID = try row.next(UUID?.self)
    officerID = try row.next(UUID?.self)
    rulesVersion = try row.next()
    legal = try row.next()
    message = try JSONValue(parsing: try row.next(JSONB.self).text)
    explanation = try JSONValue(parsing: try row.next(JSONB.self).text)
    justification = try row.next(String?.self)
    raisedAt = try row.next()
    updatedAt = try row.next()
    version = try row.next()
    key = try row.next()
    events = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT f.id, f.code, f.severity, f.state, f.attempt, f.unit_id, n.name, n.path, f.order_id, o.number, f.vendor_id,
           v.business_name, f.package_id, f.need_id, f.officer_id, f.rules_version, f.legal, f.message, f.explanation,
           f.justification, f.raised_at, f.updated_at, f.version, f.subject_key,
           (SELECT count(*) FROM flag_event e WHERE e.flag_id = f.id)
    FROM flag f JOIN unit n ON n.id = f.unit_id LEFT JOIN purchase_order o ON o.id = f.order_id
    LEFT JOIN vendor v ON v.id = f.vendor_id
    """

  package static func select(_ id: UUID) -> SQL { "\(columns) WHERE f.id = \(id)" }
  static func selectForUpdate(_ id: UUID) -> SQL { "\(columns) WHERE f.id = \(id) FOR UPDATE OF f" }

  /// Whether this person answers for what was flagged, or took a step of its order: nobody judges its own case
  /// (Perpres 16/2018 Art. 10-13).
  static func concerns(_ id: UUID, person: String) -> SQL {
    """
    SELECT EXISTS (
      SELECT FROM flag f LEFT JOIN purchase_order o ON o.id = f.order_id LEFT JOIN app_user u ON u.id = f.officer_id
      WHERE f.id = \(id) AND \(person) IN (
        u.person, o.created_person, o.submitted_person, o.issued_person, o.proposed_person, o.inspected_person,
        o.requested_person, o.approved_person, o.paid_person))
    """
  }

  /// Those of an order's decisions, locked until COMMIT.
  static func selectForUpdate(order: UUID) -> SQL {
    "\(columns) WHERE f.order_id = \(order) AND NOT f.attempt FOR UPDATE OF f"
  }

  /// Those of these codes and keys, locked until COMMIT.
  static func selectForUpdate(keys: [String]) -> SQL {
    "\(columns) WHERE f.subject_key = ANY (\(SQLArray(keys))) FOR UPDATE OF f"
  }

  /// The auditor sees every flag, a commitment officer those that are its to explain.
  package func isVisible(to actor: Actor) -> Bool {
    actor.roles.contains(.auditor) || isExplained(by: actor)
  }

  /// Whether this commitment officer answers for what was flagged.
  private func isExplained(by actor: Actor) -> Bool {
    actor.offices.contains { office in
      office.role == .commitmentOfficer && office.reaches(unitPath: unitPath)
        && officerID.map { office.stands(for: $0, holder: actor.userID) } ?? true
    }
  }

  /// Whether the flag is this person's to see and the transition its own to take.
  package func lets(_ actor: Actor, _ transition: FlagTransition) -> Bool {
    guard !actor.actingRoles.isDisjoint(with: transition.rule.roles) else { return false }
    return transition == .explain ? isExplained(by: actor) : isVisible(to: actor)
  }

  /// What this person may do with it now.
  package func transitions(of actor: Actor) -> [FlagTransition] {
    FlagTransition.ofPeople.filter { $0.leads(from: state) && lets(actor, $0) }
  }

  /// The codes of the reasons that an officer may give.
  package var acceptedReasons: [String] {
    (explanation["acceptedReasons"]?.elements ?? []).compactMap(\.text)
  }
}
