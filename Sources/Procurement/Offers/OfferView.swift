import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// An offer with all that belongs to it, as one caller sees it.
package struct OfferView: Sendable {
  package let offer: OfferRow
  private let rounds: [OfferRound]
  private let events: [OfferEvent]

  package static func selects(_ id: UUID) -> [SQL] {
    [OfferRow.select(id), OfferRound.select(offer: id), OfferEvent.select(offer: id)]
  }

  /// Nil where there is no such offer.
  package init?(_ results: ArraySlice<Result>) throws {
    let results = Array(results)
    guard let offer = try results[0].first(OfferRow.self) else { return nil }
    self.init(offer, try results[1].rows(OfferRound.self), try results[2].rows(OfferEvent.self))
  }

  init(_ offer: OfferRow, _ rounds: [OfferRound], _ events: [OfferEvent]) {
    self.offer = offer
    self.rounds = rounds
    self.events = events
  }

  func answer(for caller: Caller, status: Int = 200) -> Answer {
    Answer(status: status, json(for: caller), version: offer.version)
  }

  /// - Parameters:
  ///   - assessed: what the rules say of it, for officials.
  ///   - rank: its place among the offers.
  func json(for caller: Caller, _ assessed: AssessedOffer? = nil, rank: Int? = nil) -> JSONValue {
    let content = offer.content(caller)
    let price = content.map { offer.agreedPrice ?? $0.unitPrice }
    return [
      "id": JSONValue(offer.id), "needId": JSONValue(offer.needID), "requestId": JSONValue(offer.requestID),
      "vendorId": JSONValue(offer.vendorID), "vendorName": .string(offer.vendorName),
      "state": .string(offer.state.rawValue), "sha256": .string(hexadecimal(offer.sha256)),
      "submittedAt": JSONValue(offer.submittedAt), "deadline": JSONValue(offer.deadline),
      "openedAt": JSONValue(offer.openedAt), "invalidReason": JSONValue(offer.invalidReason),
      "content": JSONValue(offer.contentBytes.map { String(decoding: $0, as: UTF8.self) }),
      "unitPrice": JSONValue(price?.amount), "priceIncludesVat": JSONValue(content?.priceIncludesVat),
      "productId": JSONValue(content?.productID), "item": content?.json["item"] ?? .null,
      "deliverBy": JSONValue(content?.deliverBy(orderedOn: caller.today)),
      "note": content?.json["note"] ?? .null,
      "rank": JSONValue(rank), "eligible": JSONValue(assessed?.decision?.allowed),
      "decision": assessed?.decision.map { JSONValue(rule: $0.tree) } ?? .null,
      "rounds": .array(rounds.map(\.json)), "history": .array(events.map(\.json)),
      "allowedTransitions": .array(transitions(caller).map { .string($0.rawValue) }),
      "version": JSONValue(offer.version),
    ]
  }

  private func transitions(_ caller: Caller) -> [OfferTransition] {
    OfferTransition.allCases.filter {
      $0.leads(from: offer.state) && offer.lets(caller.actor, $0) && isOpen($0, caller)
    }
  }

  private func isOpen(_ transition: OfferTransition, _ caller: Caller) -> Bool {
    switch transition {
    case .withdraw: offer.needState == .offersOpen && caller.now < offer.deadline
    case .counter:
      offer.needState == .evaluating && !(rounds.last?.isOpen(at: caller.now) ?? false)
        && rounds.count < caller.rulebook.offers.maximumRounds
    case .answerCounter: offer.needState == .evaluating && rounds.last?.isOpen(at: caller.now) ?? false
    case .select: offer.needState == .evaluating && !offer.isPassedOver
    default: true
    }
  }

  private static let round = Shape.component(
    "OfferRound",
    .object([
      .required("round", .integer(min: 1)), .required("askedPrice", .nullable(.integer(min: 1))),
      .required("note", .note), .required("askedAt", .dateTime), .required("dueAt", .dateTime),
      .required("accepted", .nullable(.boolean)), .required("agreedPrice", .nullable(.integer(min: 1))),
      .required("answeredAt", .nullable(.dateTime)),
    ]))

  private static let event = Shape.component(
    "OfferEvent",
    .object([
      .required("at", .dateTime), .required("by", .name), .required("role", .text(max: 50)),
      .required("transition", .oneOf(OfferTransition.self)),
      .required("from", .nullable(.oneOf(OfferState.self))), .required("to", .oneOf(OfferState.self)),
      .required("reason", .nullable(.note)), .required("unitPrice", .nullable(.integer(min: 1))),
    ]))

  /// What the API shows of an offer: before the deadline no price, to nobody.
  package static let shape = Shape.component(
    "Offer",
    .object([
      .required("id", .uuid), .required("needId", .uuid), .required("requestId", .uuid),
      .required("vendorId", .uuid), .required("vendorName", .name),
      .required("state", .oneOf(OfferState.self)),
      .required("sha256", .text(.sha256), "Of the content under the seal, in hexadecimal: the receipt."),
      .required("submittedAt", .dateTime), .required("deadline", .dateTime),
      .required("openedAt", .nullable(.dateTime)), .required("invalidReason", .nullable(.text(max: 50))),
      .required(
        "content", .nullable(.text(max: 100_000, multiline: true)), "As it lay under the seal, byte for byte."
      ),
      .required("unitPrice", .nullable(.integer(min: 1)), "After the negotiation."),
      .required("priceIncludesVat", .nullable(.boolean)), .required("productId", .nullable(.uuid)),
      .required("item", .nullable(OfferInput.itemShape)), .required("deliverBy", .nullable(.date)),
      .required("note", .nullable(.note)), .required("rank", .nullable(.integer(min: 1))),
      .required("eligible", .nullable(.boolean)), .required("decision", .nullable(OrderShapes.decision)),
      .required("rounds", .array(of: round)), .required("history", .array(of: event)),
      .required("allowedTransitions", .array(of: .oneOf(OfferTransition.self))),
      .required("version", .integer(min: 1)),
    ]))
}

/// One thing that happened to an offer.
struct OfferEvent: RowDecodable, Sendable {
  let offer: UUID
  let json: JSONValue

  init(row: inout Row) throws {
    offer = try row.next()
    json = [
      "at": JSONValue(try row.next(Date.self)), "by": .string(try row.next()),
      "role": .string(try row.next()), "transition": .string(try row.next()),
      "from": JSONValue(try row.next(String?.self)), "to": .string(try row.next()),
      "reason": JSONValue(try row.next(String?.self)), "unitPrice": JSONValue(try row.next(Int64?.self)),
    ]
  }

  private static let columns: SQL = """
    SELECT offer_id, at, actor_name, role, transition, from_state, to_state, reason, unit_price FROM offer_event
    """

  static func select(offer: UUID) -> SQL { "\(columns) WHERE offer_id = \(offer) ORDER BY position" }

  static func select(offers: [UUID]) -> SQL {
    "\(columns) WHERE offer_id = ANY (\(SQLArray(offers))) ORDER BY offer_id, position"
  }
}
