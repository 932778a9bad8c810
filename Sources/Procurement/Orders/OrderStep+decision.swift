import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// Submitting, issuing and reissuing run all guards again on what is true now, with the budget line locked.
  mutating func decideAnew(_ transaction: borrowing Transaction) async throws {
    let flags = FlagRow.selectForUpdate(order: order.id)
    let reads = OrderContext.selects(.stored(order), caller, locking: true) + [flags]
    let results = try await transaction.pipeline(reads)
    let context = try OrderContext(results.dropLast(), caller)
    guard let package = context.package, let budget = context.budget, let vendor = context.vendor else {
      throw Refusal.notFound
    }
    if transition == .submit, package.commitmentOfficerID == nil {
      throw Refusal.conflict(code: "package_not_assigned", pointer: nil)
    }
    let lines = situation.lines.map { ($0, $0.quantity) }
    let facts = try facts(context, budget, vendor, lines)
    let decision = try EOrderRules.decide(facts, caller.rulebook)
    guard decision.allowed else { throw Refusal.rulesViolated(decision) }
    try requireJustification(decision)
    if transition == .issue { try await prepareIssue(transaction) }
    if transition == .submit {
      changes.append("commitment_officer_id = \(package.commitmentOfficerID)")
      officer = package.commitmentOfficerID
    }
    takeAmounts(decision, of: situation.lines)
    keep(facts, decision, context)
    raiseFlags(
      decision, known: try results.last?.rows(FlagRow.self) ?? [],
      officer: transition == .submit ? package.commitmentOfficerID : order.officerID)
  }

  /// What is held against an order needs a written justification before the vendor hears of it.
  private mutating func requireJustification(_ decision: Decision) throws {
    guard transition != .submit else { return }
    let justification = body["justification"]?.text ?? order.terms.justification
    if decision.needsJustification, justification == nil { throw Refusal.justificationRequired(decision) }
    changes.append("justification = \(justification)")
  }

  /// The order as the rules see it now, with the quantities that count.
  func facts(
    _ context: OrderContext, _ budget: BudgetPosition, _ vendor: OrderingVendor,
    _ lines: [(record: OrderLineRecord, quantity: Int64)]
  ) throws -> OrderFacts {
    var facts = OrderFacts(
      date: caller.today, paymentMode: order.terms.paymentMode,
      procedure: order.offerID == nil ? .direct : .offer, vendor: vendor.facts,
      lines: lines.map { line, quantity in
        var fact = line.facts(quantity: quantity)
        fact.paidPrices = context.paid[line.productID] ?? []
        if let product = context.products[line.productID] {
          let current = product.facts(quantity: quantity, at: caller.now)
          fact.standardPrice = current.standardPrice
          // What an offer has needs no catalogue.
          fact.localContentPercent = current.localContentPercent
          guard order.offerID == nil else { return fact }
          fact.productState = current.productState
          fact.secondsListed = current.secondsListed
          if current.priceIncludesVat == fact.priceIncludesVat, current.unitPrice != fact.unitPrice {
            fact.listedPrice = current.unitPrice
          }
          fact.stock = current.stock
          fact.minimumQuantity = current.minimumQuantity
        }
        return fact
      })
    // What the order has set aside itself is free for it.
    facts.budgetAvailable =
      transition == .issue ? try budget.available.adding(order.money.gross) : budget.available
    facts.budgetYear = budget.year
    facts.recentOrders = context.recent
    facts.priceChanges = context.priceChanges
    facts.conflicts = context.conflicts
    facts.packageId = order.packageID.lowercased
    facts.package = context.package?.facts(estimate: situation.need?.content.ownEstimate)
    facts.unitId = order.unitID.lowercased
    facts.unitPath = order.unitPath
    facts.account = order.account
    facts.vendorId = order.vendorID.lowercased
    facts.itemNames = situation.lines.map(\.name)
    facts.needDate = situation.need?.content.neededOn ?? order.terms.deliverBy
    facts.deliverBy = order.terms.deliverBy
    facts.comparedPrices = order.terms.comparedPrices
    facts.catalogueCheck = order.terms.catalogueCheck
    facts.justification = body["justification"]?.text ?? order.terms.justification
    facts.issuing = [.issue, .reissue].contains(transition)
    if case .person(let actor) = taker, facts.issuing || transition == .submit {
      facts.officerCertificate = actor.certificateRecord
    }
    return facts
  }

  /// The number is given here, without gaps, from the unit's counter.
  private mutating func prepareIssue(_ transaction: borrowing Transaction) async throws {
    let year = caller.today.year
    let counted = try await transaction.query(
      """
      INSERT INTO order_number (unit_id, year, last) VALUES (\(order.unitID), \(year), 1)
      ON CONFLICT (unit_id, year) DO UPDATE SET last = order_number.last + 1
      RETURNING last, (SELECT code FROM unit WHERE id = \(order.unitID))
      """)
    guard let (sequence, unit) = try counted.first(as: (Int, String).self) else { throw Refusal.notFound }
    let number = caller.rulebook.numbering.order.number(sequence: sequence, unit: unit, day: caller.today)
    changes.append("number = \(number)")
    detail.append(JSONMember(name: "number", value: .string(number)))
  }

  /// The decision and its amounts go together: what a tax letter changed since is in both.
  mutating func takeAmounts(_ decision: Decision, of lines: [OrderLineRecord]) {
    changes.append(
      "decision = \(JSONB(JSONValue(rule: decision.tree).encoded)), rules_version = \(decision.rulesVersion)")
    setAmounts(OrderMoney(decision.totals))
    for (line, amounts) in zip(lines, decision.lines) { extra.append(line.update(amounts)) }
    detail.append(JSONMember(name: "gross", value: JSONValue(decision.totals.gross)))
    decidedGross = decision.totals.gross
  }

  mutating func setAmounts(_ money: OrderMoney) {
    changes.append(
      """
      price_ex_vat = \(money.priceExVat), vat_base = \(money.vatBase), vat = \(money.vat),
      vat_collected = \(money.vatCollected), gross = \(money.gross), withheld = \(money.withheld),
      net_to_vendor = \(money.netToVendor)
      """)
  }

  /// The vendor still has to be verified; the bank account is kept as the treasurer will find it.
  mutating func prepareAcceptance() throws {
    guard situation.vendor.state == .verified else {
      throw Refusal.conflict(code: "vendor_not_verified", pointer: nil)
    }
    if situation.vendor.isAccountUnchecked {
      throw Refusal.conflict(code: "bank_account_unchecked", pointer: nil)
    }
    changes.append("bank_at_acceptance = \(situation.vendor.bank)")
  }
}

extension OrderLineRecord {
  /// New amounts of a line; the quantity stays what was ordered.
  func update(_ amounts: LineAmounts, accepted: Int64? = nil) -> SQL {
    """
    UPDATE order_line SET price_ex_vat = \(amounts.priceExVat), vat_base = \(amounts.vatBase),
      vat = \(amounts.vat), gross = \(amounts.gross), accepted = \(accepted) WHERE id = \(id)
    """
  }
}
