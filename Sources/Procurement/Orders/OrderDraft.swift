import Authentication
import EOrderRules
import Foundation
import StrictJSON
import Tenancy

/// An order that is put together from a body and what the database says of it.
struct OrderDraft: Sendable {
  let input: OrderInput
  /// The need that the order stands for; nil for an order from its package alone.
  let need: NeedRow?
  /// The office in which the order is placed.
  let office: Office?
  /// The offer that it takes up; nil for an order without offers.
  let offer: UUID?
  let context: OrderContext
  let package: PackageRow
  let budget: BudgetPosition
  let vendor: OrderingVendor
  let terms: OrderTerms
  let items: [(product: OrderedProduct, quantity: Int64)]

  /// - Throws: `Refusal.invalid` with every reference that leads nowhere.
  init(
    _ input: OrderInput, need: NeedRow? = nil, offer: UUID? = nil, _ context: OrderContext, _ caller: Caller
  ) throws {
    let named = OrderReferences(.init(input), context, caller)
    guard named.errors.isEmpty, let package = named.package, let budget = named.budget,
      let vendor = named.vendor
    else { throw Refusal.invalid(named.errors) }
    self.input = input
    self.need = need
    office = named.office
    self.offer = offer
    self.context = context
    self.package = package
    self.budget = budget
    self.vendor = vendor
    items = named.items
    var terms = input.terms
    terms.catalogueCheck = terms.catalogueCheck ?? need?.content.catalogueCheck ?? package.catalogueCheckFact
    self.terms = terms
  }

  /// Whether any line is food, which makes the timers short.
  func isFood(_ rulebook: Rulebook) -> Bool { items.contains { rulebook.isFood($0.product.category) } }

  /// What the rules say of it at this moment.
  func decide(_ caller: Caller) throws -> Decision { try EOrderRules.decide(facts(caller), caller.rulebook) }

  /// What the rules look at.
  func facts(_ caller: Caller) -> OrderFacts {
    var facts = OrderFacts(
      date: caller.today, paymentMode: terms.paymentMode, procedure: offer == nil ? .direct : .offer,
      vendor: vendor.facts,
      lines: items.map { product, quantity in
        var line = product.facts(quantity: quantity, at: caller.now)
        line.paidPrices = context.paid[product.id] ?? []
        return line
      })
    facts.budgetAvailable = budget.available
    facts.budgetYear = budget.year
    facts.recentOrders = context.recent
    facts.priceChanges = context.priceChanges
    facts.conflicts = context.conflicts
    facts.packageId = package.id.uuidString.lowercased()
    facts.package = package.facts(estimate: need?.content.ownEstimate)
    facts.unitId = package.unitID.uuidString.lowercased()
    facts.unitPath = package.unitPath
    facts.account = budget.account
    facts.vendorId = vendor.id.uuidString.lowercased()
    facts.itemNames = items.map(\.product.name)
    facts.needDate = need?.content.neededOn ?? terms.deliverBy
    facts.deliverBy = terms.deliverBy
    facts.comparedPrices = terms.comparedPrices
    facts.catalogueCheck = terms.catalogueCheck
    facts.justification = terms.justification
    facts.officerCertificate = caller.isSystem ? nil : caller.actor.certificateRecord
    return facts
  }
}

extension Actor {
  /// The certificate as the rules ask for it.
  var certificateRecord: CertificateRecord { certificate.map { .recorded($0) } ?? .missing }
}

extension PackageRow {
  /// The package as the rules see it; a need's own estimate goes before the package's.
  func facts(estimate: Rupiah?) -> PackageFacts {
    PackageFacts(
      announcedOn: announcedOn, ceiling: Rupiah(ceiling),
      ownEstimate: estimate ?? ownEstimate.map { Rupiah($0) })
  }

  /// The look into the national catalogue that the package was planned with.
  var catalogueCheckFact: CatalogueCheck? {
    catalogueResult.flatMap(CatalogueCheck.Result.init).map {
      CatalogueCheck(result: $0, reason: nil, evidence: catalogueEvidence)
    }
  }
}
