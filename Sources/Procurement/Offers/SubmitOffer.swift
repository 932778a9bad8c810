import Authentication
import Crypto
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A vendor hands in a sealed offer; from here on nobody can read it before the deadline, the vendor included.
package struct SubmitOffer: Sendable {
  private let need: UUID
  private let input: OfferInput
  private let secret: SealingSecret

  package init(need: UUID, body: JSONValue, secret: SealingSecret) {
    self.need = need
    input = OfferInput(body: body)
    self.secret = secret
  }

  /// - Throws: 404 for a need whose request did not ask the vendor; 409 after the deadline, and where an offer of
  ///   the vendor is there already.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [
      NeedRow.lock(need), NeedRow.select(need), OfferingVendor.select(need, caller.actor),
      PublishedOpeningKey.select,
    ]
    return try await write(lease, reading: reads) { transaction, results in
      guard let need = try results[1].first(NeedRow.self), let request = need.request,
        let vendor = try results[2].first(OfferingVendor.self)
      else { throw Refusal.notFound }
      var errors = input.errors(category: need.content.category, caller)
      if let product = input.productID, !vendor.products.contains(product) {
        errors.append(FieldError("/productId", .notFound))
      }
      guard errors.isEmpty else { throw Refusal.invalid(errors) }
      // What happened while this request waited counts too: the clock has gone on.
      guard need.state == .offersOpen, caller.now < request.deadline else {
        throw Refusal.wrongState(
          need.state == .offersOpen ? NeedState.evaluating.rawValue : need.state.rawValue)
      }
      guard vendor.isVerified else { throw Refusal.conflict(code: "vendor_not_verified", pointer: nil) }
      guard !vendor.hasOffer else { throw Refusal.conflict(code: "already_offered", pointer: nil) }
      guard let key = try results[3].first(PublishedOpeningKey.self) else {
        throw Refusal.conflict(code: "no_opening_key", pointer: nil)
      }
      let offer = try seal(need, request, vendor, key, caller, transaction)
      let stored = try await transaction.pipeline(OfferView.selects(offer))
      guard let view = try OfferView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller, status: 201)
    }
  }

  private func seal(
    _ need: NeedRow, _ request: RequestForOffers, _ vendor: OfferingVendor, _ key: PublishedOpeningKey,
    _ caller: Caller, _ transaction: borrowing Transaction
  ) throws -> UUID {
    let binding = SealBinding(
      tenant: caller.tenant.slug, request: request.id, deadline: request.deadline,
      offer: UUID.version7(at: caller.now), vendor: vendor.id)
    let content = input.content(for: binding, category: need.content.category, caller.rulebook)
    let sealed = try SealedContent(
      content, for: binding, to: key.key(secret, in: caller.tenant.slug), by: secret)
    let receipt = content.sha256
    let fact = OfferFact(
      offer: binding.offer, position: 0, transition: .submit, from: nil, to: .submitted,
      detail: [
        JSONMember(name: "requestId", value: JSONValue(request.id)),
        JSONMember(name: "vendorId", value: JSONValue(vendor.id)),
        JSONMember(name: "sha256", value: .string(receipt.base64)),
        JSONMember(name: "sealedSha256", value: .string(sealed.sealed.sha256.base64)),
      ])
    transaction.enqueue(
      """
      INSERT INTO offer (id, request_id, vendor_id, state, key_generation, encapsulated_key, wrapped_key, sealed, sha256,
        submitted_at, updated_at)
      VALUES (\(binding.offer), \(request.id), \(vendor.id), 'submitted', \(key.generation), \(sealed.encapsulatedKey),
        \(sealed.wrappedKey), \(sealed.sealed), \(receipt), \(caller.now), \(caller.now))
      """)
    for statement in fact.insertions(caller) { transaction.enqueue(statement) }
    return binding.offer
  }
}

/// The vendor that offers, if the need's present request asked it.
struct OfferingVendor: RowDecodable {
  let id: UUID
  let isVerified: Bool
  let hasOffer: Bool
  /// Its listed products: which of them is offered is nothing that a statement may tell.
  let products: [UUID]

  init(row: inout Row) throws {
    id = try row.next()
    isVerified = try row.next()
    hasOffer = try row.next()
    products = try row.next(SQLArray<UUID>.self).elements
  }

  static func select(_ need: UUID, _ actor: Actor) -> SQL {
    """
    SELECT v.id, v.state = 'verified',
           EXISTS (SELECT FROM offer f WHERE f.request_id = d.request_id AND f.vendor_id = v.id AND f.state <> 'withdrawn'),
           ARRAY(SELECT p.id FROM product p WHERE p.vendor_id = v.id AND p.state = 'listed')
    FROM vendor v JOIN request_invitation i ON i.vendor_id = v.id JOIN need d ON d.request_id = i.request_id
    WHERE d.id = \(need) AND v.id = \(actor.vendorID)
    """
  }
}

/// A vendor takes its offer back, sealed as it is; another may take its place until the deadline.
package struct WithdrawOffer: Sendable {
  private let id: UUID
  private let body: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    self.body = body
  }

  package static let shape = Shape.object([.optional("reason", .nullable(.note))])

  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: OfferRow.reads(locking: id)) { transaction, results in
      guard let offer = try results[1].first(OfferRow.self), offer.lets(caller.actor, .withdraw) else {
        throw Refusal.notFound
      }
      try write.checkPrecondition(version: offer.version)
      guard OfferTransition.withdraw.leads(from: offer.state) else {
        throw Refusal.wrongState(offer.state.rawValue)
      }
      guard offer.needState == .offersOpen, caller.now < offer.deadline else {
        throw Refusal.wrongState(OfferState.opened.rawValue)
      }
      var fact = offer.fact(.withdraw)
      fact.reason = body["reason"]?.text
      transaction.enqueue(offer.update(to: .withdrawn, at: caller.now))
      for statement in fact.insertions(caller) { transaction.enqueue(statement) }
      let stored = try await transaction.pipeline(OfferView.selects(id))
      guard let view = try OfferView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller)
    }
  }
}

extension [UInt8] {
  var base64: String { Data(self).base64EncodedString() }
}
