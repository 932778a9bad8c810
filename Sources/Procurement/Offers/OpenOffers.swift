import AuditLog
import EOrderRules
package import Foundation
package import Logging
package import Postgres
import StrictJSON
package import Tenancy

/// Opens the offers of requests whose deadline has come. Only the operator can: it alone has the keys, and it alone
/// may write what lay under the seals, as the owner of the province's schema.
package struct OpenOffers: Sendable {
  private let tenant: Tenant
  private let keys: OpeningKeys
  private let secret: SealingSecret
  private let now: Date
  private let logger: Logger

  /// - Parameter now: a time that nobody but the operator could have moved.
  package init(_ tenant: Tenant, keys: OpeningKeys, secret: SealingSecret, at now: Date, logger: Logger) {
    self.tenant = tenant
    self.keys = keys
    self.secret = secret
    self.now = now
    self.logger = logger
  }

  /// The open requests whose deadline has come.
  package static func due(at now: Date) -> SQL {
    """
    SELECT r.id FROM request_for_offers r JOIN need d ON d.request_id = r.id
    WHERE d.state = 'rfo_open' AND r.deadline <= \(now) ORDER BY r.deadline, r.id
    """
  }

  /// When the next open request falls due.
  package static let next: SQL = """
    SELECT min(r.deadline) FROM request_for_offers r JOIN need d ON d.request_id = r.id WHERE d.state = 'rfo_open'
    """

  /// Opens one request: contents, need, histories and audit entries in one transaction.
  package func open(_ request: UUID, _ lease: borrowing some Lease & ~Copyable) async throws {
    try await lease.transaction { transaction in
      let locked = try await transaction.pipeline([
        "SELECT d.id FROM need d WHERE d.request_id = \(request) AND d.state = 'rfo_open' FOR UPDATE",
        DueRequest.select(request),
      ])
      guard let id = try locked[0].scalar(UUID.self), let due = try locked[1].first(DueRequest.self),
        due.deadline <= now
      else { return }
      guard due.isAsPublished else {
        // Moved in the database: nothing was sealed for this deadline, and nothing is spoilt by waiting.
        logger.error(
          "a deadline was changed after its publication; the offers stay sealed",
          metadata: ["tenant": "\(tenant.slug)", "request": "\(request)"])
        return
      }
      let read = try await transaction.pipeline([
        NeedRow.select(id), SealedOffer.select(request), HolidayRow.select,
      ])
      guard let need = try read[0].first(NeedRow.self) else { return }
      let caller = Caller.system(tenant, at: now).observing(try HolidayRow.days(read[2]))
      let offers = try read[1].rows(SealedOffer.self)
      var valid = 0
      for offer in offers {
        let opened = opened(offer, due)
        if opened.reason == nil { valid += 1 }
        for statement in opened.insertions(caller) { transaction.enqueue(statement) }
        if opened.reason != nil {
          transaction.enqueue(need.notice(.offerInvalid, at: now).insertion(to: .vendor(offer.vendorID)))
        }
      }
      if valid < offers.count, tenant.schemaVersion >= DueOfferFlags.schemaVersion {
        transaction.enqueue(OfferCheck.ask(request))
      }
      for statement in closing(need, valid: valid, of: offers.count, caller) {
        transaction.enqueue(statement)
      }
    }
  }

  private func opened(_ offer: SealedOffer, _ due: DueRequest) -> OpenedOffer {
    let binding = SealBinding(
      tenant: tenant.slug, request: due.id, deadline: due.deadline, offer: offer.id, vendor: offer.vendorID)
    let content = (try? keys.key(of: tenant.slug, generation: offer.generation)).flatMap {
      try? offer.seal.open(for: binding, with: $0, by: secret)
    }
    guard let content, offer.isAsHandedIn else { return OpenedOffer(offer, nil, .sealBroken) }
    guard content.sha256 == offer.sha256, OfferContent(content, for: binding) != nil else {
      return OpenedOffer(offer, content, .contentChanged)
    }
    return OpenedOffer(offer, content, offer.isFromVerifiedVendor ? nil : .vendorNotVerified)
  }

  /// The request is closed; without a valid offer the need goes back to its officer.
  private func closing(_ need: NeedRow, valid: Int, of all: Int, _ caller: Caller) -> [SQL] {
    var close = NeedFact(
      need: need.id, position: need.events, transition: .close, from: need.state, to: .evaluating,
      detail: [
        JSONMember(name: "offers", value: JSONValue(all)), JSONMember(name: "valid", value: JSONValue(valid)),
      ])
    close.bySystem = true
    var statements = close.insertions(caller) + [NeedTimer.stopAll(need.id)]
    let deadlines = caller.rulebook.deadlines
    let days = valid > 0 ? deadlines.evaluationWorkingDays : deadlines.officerWorkingDays
    let due = caller.tenant.calendar.deadline(workingDays: days, after: now)
    if valid > 0 {
      statements.append(NeedTimer.evaluate.start(need.id, due: due))
    } else {
      var fail = NeedFact(
        need: need.id, position: need.events + 1, transition: .fail, from: .evaluating, to: .withOfficer,
        reason: "Tidak ada penawaran sah.")
      fail.bySystem = true
      statements += fail.insertions(caller) + [NeedTimer.officer.start(need.id, due: due)]
    }
    let state: NeedState = valid > 0 ? .evaluating : .withOfficer
    statements.append(
      "UPDATE need SET state = \(state.rawValue), updated_at = \(now), version = version + 1 WHERE id = \(need.id)"
    )
    let notice = need.notice(valid > 0 ? .offersOpened : .offersFailed, at: now)
    return statements
      + [need.officerID, need.commitmentOfficerID].compactMap(\.self).map {
        notice.insertion(to: .user($0))
      }
  }
}

/// A request that has fallen due.
private struct DueRequest: RowDecodable {
  let id: UUID
  let deadline: Date
  /// Whether the deadline is the one of which the audit entry tells.
  let isAsPublished: Bool

  init(row: inout Row) throws {
    id = try row.next()
    deadline = try row.next()
    isAsPublished = try row.next(Int64?.self) == deadline.microseconds
  }

  static func select(_ id: UUID) -> SQL {
    """
    SELECT r.id, r.deadline, (convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ->> 'deadline')::bigint
    FROM request_for_offers r LEFT JOIN audit_entry a ON a.id = r.audit_id WHERE r.id = \(id)
    """
  }
}

/// An offer as it was handed in.
private struct SealedOffer: RowDecodable {
  let id: UUID
  let vendorID: UUID
  let isFromVerifiedVendor: Bool
  let generation: Int
  let seal: SealedContent
  let sha256: [UInt8]
  let events: Int
  /// Whether seal and receipt are those of which the audit entry tells.
  let isAsHandedIn: Bool

  init(row: inout Row) throws {
    id = try row.next()
    vendorID = try row.next()
    isFromVerifiedVendor = try row.next()
    generation = try row.next()
    seal = SealedContent(
      encapsulatedKey: try row.next(Bytes.self).bytes, wrappedKey: try row.next(Bytes.self).bytes,
      sealed: try row.next(Bytes.self).bytes)
    sha256 = try row.next(Bytes.self).bytes
    events = try row.next()
    let told = (try row.next(String?.self), try row.next(String?.self))
    isAsHandedIn = told == (sha256.base64, seal.sealed.sha256.base64)
  }

  static func select(_ request: UUID) -> SQL {
    """
    SELECT f.id, f.vendor_id, v.state = 'verified', f.key_generation, f.encapsulated_key, f.wrapped_key, f.sealed,
           f.sha256, (SELECT count(*) FROM offer_event o WHERE o.offer_id = f.id),
           l.detail ->> 'sha256', l.detail ->> 'sealedSha256'
    FROM offer f JOIN vendor v ON v.id = f.vendor_id
      LEFT JOIN offer_event e ON e.offer_id = f.id AND e.transition = 'submit'
      LEFT JOIN audit_entry a ON a.id = e.audit_id
      LEFT JOIN LATERAL (SELECT convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' AS detail) l ON true
    WHERE f.request_id = \(request) AND f.state = 'submitted' ORDER BY f.submitted_at, f.id
    """
  }
}

/// An offer with what lay under its seal.
private struct OpenedOffer {
  /// Why an offer counts for nothing.
  enum Reason: String {
    case sealBroken = "seal_broken"
    case contentChanged = "content_changed"
    case vendorNotVerified = "vendor_not_verified"
  }

  let offer: SealedOffer
  let content: [UInt8]?
  let reason: Reason?

  init(_ offer: SealedOffer, _ content: [UInt8]?, _ reason: Reason?) {
    self.offer = offer
    self.content = content
    self.reason = reason
  }

  func insertions(_ caller: Caller) -> [SQL] {
    let transition: OfferTransition = reason == nil ? .open : .invalidate
    let to = transition.rule.outcome(from: .submitted)
    let fact = OfferFact(
      offer: offer.id, position: offer.events, transition: transition, from: .submitted, to: to,
      reason: reason?.rawValue, bySystem: true,
      detail: [JSONMember(name: "contentSha256", value: JSONValue(content?.sha256.base64))])
    let entry = fact.entry(caller)
    return [
      entry.insertion, fact.event(entry, caller),
      """
      INSERT INTO offer_opening (offer_id, opened_at, content, invalid_reason, audit_id)
      VALUES (\(offer.id), \(caller.now), \(content), \(reason?.rawValue), \(entry.id))
      """,
      """
      UPDATE offer SET state = \(to.rawValue), updated_at = \(caller.now), version = version + 1
      WHERE id = \(offer.id)
      """,
    ]
  }
}
