import AuditLog
package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// An offer with what is known of it: before its opening no more than that it is there.
package struct OfferRow: RowDecodable, Sendable {
  package let id: UUID
  package let state: OfferState
  let isPassedOver: Bool
  package let requestID: UUID
  package let deadline: Date
  package let needID: UUID
  package let needState: NeedState
  package let unitPath: [String]
  package let officerID: UUID?
  package let vendorID: UUID
  let vendorName: String
  let vendorRegion: String
  let sha256: [UInt8]
  package let submittedAt: Date
  package let version: Int
  let events: Int
  let openedAt: Date?
  let contentBytes: [UInt8]?
  let invalidReason: String?
  /// The price that the rounds of negotiation agreed on last.
  let agreedPrice: Rupiah?

  package init(row: inout Row) throws {
    id = try row.next()
    let code = try row.next(String.self)
    guard let known = OfferState(rawValue: code) else { throw DecodingFailure("unknown state \(code)") }
    state = known
    isPassedOver = try row.next()
    requestID = try row.next()
    deadline = try row.next()
    needID = try row.next()
    let need = try row.next(String.self)
    guard let knownNeed = NeedState(rawValue: need) else { throw DecodingFailure("unknown state \(need)") }
    needState = knownNeed
    unitPath = try row.next(SQLArray<String>.self).elements
    officerID = try row.next(UUID?.self)
    vendorID = try row.next()
    vendorName = try row.next()
    vendorRegion = try row.next()
    sha256 = try row.next(Bytes.self).bytes
    submittedAt = try row.next()
    version = try row.next()
    events = try row.next()
    openedAt = try row.next(Date?.self)
    contentBytes = try row.next(Bytes?.self)?.bytes
    invalidReason = try row.next(String?.self)
    agreedPrice = try row.next(Rupiah?.self)
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT f.id, f.state, f.passed_over, f.request_id, r.deadline, r.need_id, d.state, n.path, d.officer_id, f.vendor_id,
           v.business_name, v.region_code, f.sha256, f.submitted_at, f.version,
           (SELECT count(*) FROM offer_event e WHERE e.offer_id = f.id),
           p.opened_at, p.content, coalesce(p.invalid_reason, (
             SELECT e.reason FROM offer_event e WHERE e.offer_id = f.id AND e.transition = 'invalidate')),
           (SELECT o.agreed_price FROM offer_round o WHERE o.offer_id = f.id AND o.agreed_price IS NOT NULL
            ORDER BY o.round DESC LIMIT 1)
    FROM offer f JOIN request_for_offers r ON r.id = f.request_id JOIN need d ON d.id = r.need_id
      JOIN unit n ON n.id = d.unit_id JOIN vendor v ON v.id = f.vendor_id
      LEFT JOIN offer_opening p ON p.offer_id = f.id
    """

  package static func select(_ id: UUID) -> SQL { "\(columns) WHERE f.id = \(id)" }

  /// Locks the need, on which everything that happens to its offers waits, and reads the offer after that.
  static func reads(locking id: UUID) -> [SQL] {
    [
      """
      SELECT d.id FROM need d WHERE d.id = (
        SELECT r.need_id FROM offer f JOIN request_for_offers r ON r.id = f.request_id WHERE f.id = \(id)) FOR UPDATE
      """,
      select(id),
    ]
  }

  /// Those of the need's present request, withdrawn ones aside.
  static func select(need: UUID) -> SQL {
    "\(columns) WHERE f.request_id = d.request_id AND d.id = \(need) AND f.state <> 'withdrawn' ORDER BY f.submitted_at, f.id"
  }

  func binding(_ caller: Caller) -> SealBinding {
    SealBinding(
      tenant: caller.tenant.slug, request: requestID, deadline: deadline, offer: id, vendor: vendorID)
  }

  /// The content, once it was opened and where it counts.
  func content(_ caller: Caller) -> OfferContent? {
    guard state.isComparable else { return nil }
    return contentBytes.flatMap { OfferContent($0, for: binding(caller)) }
  }

  /// Its vendor sees it always; officials within reach of the need from its opening on.
  package func isVisible(to actor: Actor) -> Bool {
    if let own = actor.vendorID { return own == vendorID }
    return openedAt != nil && actor.reaches(unitPath: unitPath)
  }

  /// Whether the offer is this person's to see and the transition its own to take.
  package func lets(_ actor: Actor, _ transition: OfferTransition) -> Bool {
    guard isVisible(to: actor), !actor.roles.isDisjoint(with: transition.rule.roles) else { return false }
    return actor.isVendor || isGiven(to: actor)
  }

  /// Whether the need was given to this procurement officer, or to one in whose place it stands.
  private func isGiven(to actor: Actor) -> Bool {
    actor.offices.contains { office in
      office.role == .procurementOfficer && office.reaches(unitPath: unitPath)
        && officerID.map { office.stands(for: $0, holder: actor.userID) } ?? false
    }
  }

  /// A new state, or nothing but a new version.
  func update(to state: OfferState, passedOver: Bool? = nil, at now: Date) -> SQL {
    """
    UPDATE offer SET state = \(state.rawValue), passed_over = \(passedOver ?? isPassedOver), updated_at = \(now),
      version = version + 1 WHERE id = \(id)
    """
  }

  /// What happens to it next, as a fact.
  func fact(_ transition: OfferTransition) -> OfferFact {
    OfferFact(
      offer: id, position: events, transition: transition, from: state,
      to: transition.rule.outcome(from: state))
  }
}

/// One round of negotiation.
struct OfferRound: RowDecodable, Sendable {
  let offer: UUID
  let round: Int
  let askedPrice: Rupiah?
  let note: String
  let askedAt: Date
  let dueAt: Date
  let isAccepted: Bool?
  let agreedPrice: Rupiah?
  let answeredAt: Date?

  init(row: inout Row) throws {
    offer = try row.next()
    round = try row.next()
    askedPrice = try row.next(Rupiah?.self)
    note = try row.next()
    askedAt = try row.next()
    dueAt = try row.next()
    isAccepted = try row.next(Bool?.self)
    agreedPrice = try row.next(Rupiah?.self)
    answeredAt = try row.next(Date?.self)
  }

  private static let columns: SQL = """
    SELECT o.offer_id, o.round, o.asked_price, o.note, o.asked_at, o.due_at, o.accepted, o.agreed_price, o.answered_at
    FROM offer_round o
    """

  static func select(offer: UUID) -> SQL { "\(columns) WHERE o.offer_id = \(offer) ORDER BY o.round" }

  static func select(need: UUID) -> SQL {
    """
    \(columns) JOIN offer f ON f.id = o.offer_id JOIN need d ON d.request_id = f.request_id
    WHERE d.id = \(need) ORDER BY o.offer_id, o.round
    """
  }

  /// Whether the vendor may still answer.
  func isOpen(at now: Date) -> Bool { answeredAt == nil && now < dueAt }

  var json: JSONValue {
    [
      "round": JSONValue(round), "askedPrice": JSONValue(askedPrice?.amount), "note": .string(note),
      "askedAt": JSONValue(askedAt), "dueAt": JSONValue(dueAt), "accepted": JSONValue(isAccepted),
      "agreedPrice": JSONValue(agreedPrice?.amount), "answeredAt": JSONValue(answeredAt),
    ]
  }
}
