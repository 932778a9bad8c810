import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The procurement officer asks a vendor to mend its offer: for a lower price, or something that the note names.
package struct CounterOffer: Sendable {
  package static let shape = Shape.component(
    "CounterInput",
    .object([
      .optional("unitPrice", .nullable(.integer(min: 1, max: 50_000_000)), "Below the offer's own."),
      .required("note", .note),
    ]))

  private let id: UUID
  private let body: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    self.body = body
  }

  /// - Throws: 409 `rounds_exhausted` after `rfo.max_rounds`, `round_open` while an answer is due.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = OfferRow.reads(locking: id) + [OfferRound.select(offer: id)]
    return try await write(lease, reading: reads) { transaction, results in
      guard let offer = try results[1].first(OfferRow.self), offer.lets(caller.actor, .counter) else {
        throw Refusal.notFound
      }
      let rounds = try results[2].rows(OfferRound.self)
      let asked = body["unitPrice"]?.int64.map { Rupiah($0) }
      let price = offer.content(caller).map { offer.agreedPrice ?? $0.unitPrice }
      if let asked, let price, asked >= price {
        throw Refusal.invalid([FieldError("/unitPrice", .tooLarge, bound: "\(price.amount - 1)")])
      }
      try write.checkPrecondition(version: offer.version)
      try offer.checkNegotiable(.counter)
      if rounds.last?.isOpen(at: caller.now) ?? false {
        throw Refusal.conflict(code: "round_open", pointer: nil)
      }
      guard rounds.count < caller.rulebook.offers.maximumRounds else {
        throw Refusal.conflict(code: "rounds_exhausted", pointer: nil)
      }
      let calendar = try await caller.observingHolidays(transaction).tenant.calendar
      let due = calendar.deadline(
        workingDays: caller.rulebook.offers.answerWorkingDays, after: caller.now)
      let note = body["note"]?.text ?? ""
      var fact = offer.fact(.counter)
      (fact.reason, fact.unitPrice) = (note, asked)
      transaction.enqueue(
        """
        INSERT INTO offer_round (offer_id, round, asked_price, note, asked_at, due_at)
        VALUES (\(id), \(rounds.count + 1), \(asked), \(note), \(caller.now), \(due))
        """)
      transaction.enqueue(offer.update(to: offer.state, at: caller.now))
      for statement in fact.insertions(caller) { transaction.enqueue(statement) }
      let stored = try await transaction.pipeline([NeedRow.select(offer.needID)] + OfferView.selects(id))
      guard let view = try OfferView(stored[1...]), let need = try stored[0].first(NeedRow.self) else {
        throw Refusal.notFound
      }
      transaction.enqueue(need.notice(.offerCountered, at: caller.now).insertion(to: .vendor(offer.vendorID)))
      return view.answer(for: caller)
    }
  }
}

/// The vendor answers in a round: with a lower price, with the price that was asked for, or that its offer stays.
package struct AnswerCounter: Sendable {
  package static let shape = Shape.component(
    "CounterAnswer",
    .object([
      .required("accept", .boolean),
      .optional("unitPrice", .nullable(.integer(min: 1, max: 50_000_000)), "Not above the offer's own."),
      .optional("reason", .nullable(.note)),
    ]))

  private let id: UUID
  private let body: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    self.body = body
  }

  /// - Throws: 409 `no_round_open` where nothing is to be answered, or no longer.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = OfferRow.reads(locking: id) + [OfferRound.select(offer: id)]
    return try await write(lease, reading: reads) { transaction, results in
      guard let offer = try results[1].first(OfferRow.self), offer.lets(caller.actor, .answerCounter) else {
        throw Refusal.notFound
      }
      let round = try results[2].rows(OfferRound.self).last
      let accepts = body["accept"]?.bool ?? false
      let named = body["unitPrice"]?.int64.map { Rupiah($0) }
      let price = offer.content(caller).map { offer.agreedPrice ?? $0.unitPrice }
      // A negotiation makes nothing dearer.
      if let named, let price, named > price {
        throw Refusal.invalid([FieldError("/unitPrice", .tooLarge, bound: "\(price.amount)")])
      }
      try write.checkPrecondition(version: offer.version)
      try offer.checkNegotiable(.answerCounter)
      guard let round, round.isOpen(at: caller.now) else {
        throw Refusal.conflict(code: "no_round_open", pointer: nil)
      }
      let agreed = named ?? (accepts ? round.askedPrice : nil)
      var fact = offer.fact(.answerCounter)
      (fact.reason, fact.unitPrice) = (body["reason"]?.text, agreed)
      fact.detail = [JSONMember(name: "accept", value: .bool(accepts))]
      transaction.enqueue(
        """
        UPDATE offer_round SET accepted = \(accepts), agreed_price = \(agreed), answered_at = \(caller.now)
        WHERE offer_id = \(id) AND round = \(round.round)
        """)
      transaction.enqueue(offer.update(to: .clarified, at: caller.now))
      for statement in fact.insertions(caller) { transaction.enqueue(statement) }
      let stored = try await transaction.pipeline([NeedRow.select(offer.needID)] + OfferView.selects(id))
      guard let view = try OfferView(stored[1...]), let need = try stored[0].first(NeedRow.self) else {
        throw Refusal.notFound
      }
      if let officer = offer.officerID {
        let vendor = JSONMember(name: "vendorName", value: .string(offer.vendorName))
        transaction.enqueue(
          need.notice(.offerAnswered, [vendor], at: caller.now).insertion(to: .user(officer)))
      }
      return view.answer(for: caller)
    }
  }
}

extension OfferRow {
  /// - Throws: 409 where the offer, or the comparison, is not where one negotiates or selects.
  func checkNegotiable(_ transition: OfferTransition) throws {
    guard transition.leads(from: state) else { throw Refusal.wrongState(state.rawValue) }
    guard needState == .evaluating else { throw Refusal.wrongState(needState.rawValue) }
  }
}
