import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// The opened offers for a need, each with what the rules would say of its order, in rank.
struct NeedOffers: Sendable {
  let need: NeedRow
  /// Comparable ones in rank, then those that count for nothing.
  let offers: [AssessedOffer]
  private let ranks: [UUID: Int]

  /// Reads what every decision looks at, in one round trip.
  init(_ need: NeedRow, _ transaction: borrowing Transaction, _ caller: Caller) async throws {
    let results = try await transaction.pipeline(Self.reads(need.id))
    let part = try Part(need, results, caller)
    self.init(part, try await transaction.pipeline(part.reads(caller)), caller)
  }

  /// The same where nothing is written.
  init(_ need: NeedRow, _ lease: borrowing some Lease & ~Copyable, _ caller: Caller) async throws {
    let results = try await lease.pipeline(Self.reads(need.id))
    let part = try Part(need, results, caller)
    self.init(part, try await lease.pipeline(part.reads(caller)), caller)
  }

  private static func reads(_ need: UUID) -> [SQL] {
    [OfferRow.select(need: need), OfferRound.select(need: need)]
  }

  private init(_ part: Part, _ results: [Result], _ caller: Caller) {
    need = part.need
    var results = results[...]
    // Each decision reads the same number of results.
    let count = results.count / max(part.offers.count { $0.content != nil }, 1)
    var assessed = part.offers.map { AssessedOffer($0.offer, $0.content, $0.rounds) }
    for index in assessed.indices where assessed[index].content != nil {
      assessed[index].decide(results.prefix(count), part.need, caller)
      results = results.dropFirst(count)
    }
    let prefersLocal = caller.rulebook.vendors.regionPolicy == .preferLocal
    let ranked = assessed.compactMap { $0.compared(in: caller.rulebook.tenant.code) }
      .ranked(preferringLocal: prefersLocal)
    ranks = Dictionary(
      uniqueKeysWithValues: ranked.enumerated().compactMap { place, offer in
        UUID(uuidString: offer.id).map { ($0, place + 1) }
      })
    let ranks = ranks
    offers = assessed.sorted { ranks[$0.offer.id] ?? .max < ranks[$1.offer.id] ?? .max }
  }

  /// The place of an offer, 1 for the best; nil where it counts for nothing.
  func rank(_ offer: UUID) -> Int? { ranks[offer] }

  /// The comparable offers as the rules of selection see them, those aside whose order came to nothing.
  func candidates(_ caller: Caller) -> [ComparedOffer] {
    offers.filter { !$0.offer.isPassedOver }.compactMap { $0.compared(in: caller.rulebook.tenant.code) }
  }

  /// The best offer that could still be ordered besides one.
  func next(after offer: UUID) -> AssessedOffer? {
    offers.first { $0.offer.id != offer && !$0.offer.isPassedOver && $0.isEligible }
  }

  /// - Throws: 409 `offers_eligible` where an offer could be selected.
  func requireNoneEligible() throws {
    if offers.contains(where: { !$0.offer.isPassedOver && $0.isEligible }) {
      throw Refusal.conflict(code: "offers_eligible", pointer: nil)
    }
  }

  /// What is known of the offers before the decisions.
  private struct Part {
    let need: NeedRow
    let offers: [(offer: OfferRow, content: OfferContent?, rounds: [OfferRound])]

    init(_ need: NeedRow, _ results: [Result], _ caller: Caller) throws {
      self.need = need
      let rounds = Dictionary(grouping: try results[1].rows(OfferRound.self), by: \.offer)
      offers = try results[0].rows(OfferRow.self).map { ($0, $0.content(caller), rounds[$0.id] ?? []) }
    }

    func reads(_ caller: Caller) -> [SQL] {
      offers.filter { $0.content != nil }.flatMap { offer, content, _ in
        OrderContext.selects(
          .new(
            package: "\(need.packageID)", budgetLine: need.budgetLineID, vendor: offer.vendorID,
            products: [content?.productID ?? offer.id]), caller, locking: false)
      }
    }
  }
}

/// One offer with the decision on its order.
struct AssessedOffer: Sendable {
  let offer: OfferRow
  let content: OfferContent?
  let rounds: [OfferRound]
  private(set) var draft: OrderDraft?
  private(set) var decision: Decision?

  init(_ offer: OfferRow, _ content: OfferContent?, _ rounds: [OfferRound]) {
    self.offer = offer
    self.content = content
    self.rounds = rounds
  }

  /// Whether no rule blocks an order of it.
  var isEligible: Bool { decision?.allowed ?? false }

  /// The price that holds after the negotiation.
  var unitPrice: Rupiah? { offer.agreedPrice ?? content?.unitPrice }

  func compared(in province: String) -> ComparedOffer? {
    guard let decision else { return nil }
    return ComparedOffer(
      id: offer.id.lowercased, gross: decision.totals.gross, isEligible: decision.allowed,
      isLocal: RegionCode(offer.vendorRegion)?.province == province, submittedAt: offer.submittedAt)
  }

  /// Decides on the order that would take the offer up; an offer that no order can be made of has none.
  mutating func decide(
    _ results: ArraySlice<Result>, _ need: NeedRow, terms: OfferTerms = OfferTerms(), _ caller: Caller
  ) {
    guard let content, let price = unitPrice, var context = try? OrderContext(results, caller),
      let product = product(content, price, need, context)
    else { return }
    context.products[product.id] = product
    guard let input = try? OrderInput(terms.body(self, content, product, need, caller)) else { return }
    // Who compares without placing the order decides as the service would.
    let judge =
      caller.actor.roles.contains(.procurementOfficer) ? caller : .system(caller.tenant, at: caller.now)
    draft = try? OrderDraft(input, need: need, offer: offer.id, context, judge)
    decision = try? draft?.decide(judge)
  }

  /// What would be ordered: the vendor's product, or what it described, under the offer's own id until an order
  /// makes a product of it.
  private func product(
    _ content: OfferContent, _ price: Rupiah, _ need: NeedRow, _ context: OrderContext
  ) -> OrderedProduct? {
    if let id = content.productID {
      return context.products[id].flatMap {
        $0.vendorID == offer.vendorID ? $0.offered(content, at: price) : nil
      }
    }
    guard let item = content.item, let category = need.content.category,
      let unit = need.content.unitOfMeasure
    else { return nil }
    return OrderedProduct(
      id: offer.id, vendorID: offer.vendorID, name: item.name, category: category, unitOfMeasure: unit,
      price: price, priceIncludesVat: content.priceIncludesVat, taxClass: item.taxClass,
      standardPrice: need.content.standardPrice, localContentPercent: nil)
  }
}

/// What the officer lays down besides the offer.
struct OfferTerms: Sendable {
  var paymentMode: PaymentMode?
  var justification: String?

  /// The body of an order that takes the offer up.
  func body(
    _ offer: AssessedOffer, _ content: OfferContent, _ product: OrderedProduct, _ need: NeedRow,
    _ caller: Caller
  ) -> JSONValue {
    let modes = caller.rulebook.payment.modes
    let usual = modes.contains(.ls) ? .ls : PaymentMode.allCases.first(where: modes.contains) ?? .ls
    return [
      "needId": JSONValue(need.id), "budgetLineId": JSONValue(need.budgetLineID),
      "vendorId": JSONValue(offer.offer.vendorID),
      "lines": [
        ["productId": JSONValue(product.id), "quantity": JSONValue(need.content.quantity)]
      ],
      "deliverTo": need.content.place,
      "deliverBy": JSONValue(content.deliverBy(orderedOn: caller.today)),
      "paymentMode": .string((paymentMode ?? usual).rawValue), "justification": JSONValue(justification),
    ]
  }
}
