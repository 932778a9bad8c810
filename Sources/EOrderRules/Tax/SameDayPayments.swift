/// Another payment of the same unit to the same vendor on the same day, which is one with this order's for tax
/// (`TAX1`, PMK 231/2019 jo. 59/2022).
package struct SameDayPayment: Sendable {
  /// The order that is paid.
  package var orderId: String
  /// Its number; nil where it has none.
  package var number: String?
  /// What is paid.
  package var lines: [LineFacts]
  /// The taxes that are taken out of that payment.
  package var taxes: [TaxLine]

  /// A payment with what is taken out of it.
  package init(orderId: String, number: String?, lines: [LineFacts], taxes: [TaxLine]) {
    self.orderId = orderId
    self.number = number
    self.lines = lines
    self.taxes = taxes
  }

  /// How people and explanations name it.
  var name: String { number ?? orderId }
}

/// How the income tax of several payments of one day was shared among them.
package struct SharedTax: Hashable, Sendable {
  /// The other payments.
  package let orders: [String]
  /// What all of them are taxed on together.
  package let base: Rupiah
  /// The tax on that.
  package let amount: Rupiah
  /// What was taken out of the other payments already.
  package let taken: Rupiah

  /// A sharing as it is kept.
  package init(orders: [String], base: Rupiah, amount: Rupiah, taken: Rupiah) {
    self.orders = orders
    self.base = base
    self.amount = amount
    self.taken = taken
  }
}

/// The lines of one tax class in another payment of the day.
struct SameDayGroup {
  let payment: SameDayPayment
  let group: TaxGroup

  /// The income taxes that were taken out of these lines.
  var taken: [TaxLine] {
    payment.taxes.filter { tax in
      tax.code != .ppn && tax.amount > .zero && tax.lines.contains { group.products.contains($0) }
    }
  }
}

extension TaxSituation {
  /// An amount of a group that counts at a threshold: of a payment broken out of a larger transaction that of the
  /// whole, and together with it that of the day's other payments which are each too small to be taxed.
  func measured(_ group: TaxGroup, _ amount: (TaxGroup) -> Rupiah) throws(RulesError) -> Rupiah {
    let own = amount(larger(group))
    guard try !isCollected(own) else { return own }
    let others = try small(group.taxClass, amount).map { amount($0.group) }
    return try counted { () throws(AmountOverflow) in try own.adding(try others.total()) }
  }

  /// The group of the whole transaction where this payment is broken out of one.
  private func larger(_ group: TaxGroup) -> TaxGroup {
    whole.first { $0.taxClass == group.taxClass } ?? group
  }

  /// The day's other payments of a class that are each too small to be taxed.
  private func small(_ taxClass: TaxClass, _ amount: (TaxGroup) -> Rupiah) throws(RulesError)
    -> [SameDayGroup]
  {
    var found: [SameDayGroup] = []
    for other in sameDay where other.group.taxClass == taxClass {
      if try !isCollected(amount(other.group)) { found.append(other) }
    }
    return found
  }

  /// What of the income tax on all payments of the day together falls on this one: all that was not taken out of the
  /// others yet, and no more than the payment has.
  ///
  /// Nil where the payment stands alone or is large enough by itself; else with the base that no other was taxed on.
  private func share(of group: TaxGroup, rate: Ratio) throws(RulesError) -> (SharedTax, left: Rupiah)? {
    guard try !isCollected(larger(group).priceExVat) else { return nil }
    let others = try small(group.taxClass) { $0.priceExVat }
    guard !others.isEmpty else { return nil }
    return try counted { () throws(AmountOverflow) in
      var base = group.priceExVat
      for other in others { base = try base.adding(other.group.priceExVat) }
      let taken = others.flatMap(\.taken)
      let share = SharedTax(
        orders: others.map(\.payment.name), base: base, amount: try ExactAmount(base).times(rate).rounded(),
        taken: try taken.map(\.amount).total())
      return (share, max(try base.subtracting(try taken.map(\.base).total()), .zero))
    }
  }
}

extension SharedTax {
  /// What is taken out of this payment, of which no more is there than its price.
  func due(of price: Rupiah) throws(AmountOverflow) -> Rupiah {
    min(max(try amount.subtracting(taken), .zero), price)
  }

  /// What this payment is taxed on: all that no other was taxed on, or, where the payment has less than the tax on that,
  /// only what its part of the tax is the tax on; the rest stays for a payment that has it.
  func base(of due: Rupiah, _ left: Rupiah, _ rate: Ratio) throws(AmountOverflow) -> Rupiah {
    guard try due < amount.subtracting(min(taken, amount)),
      let inverse = Ratio(rate.denominator, rate.numerator)
    else { return left }
    return min(try inverse.of(due), left)
  }

  /// The sharing as the API writes it.
  package var tree: RuleValue {
    [
      "orders": .array(orders.map { .string($0) }), "base": RuleValue(base), "amount": RuleValue(amount),
      "taken": RuleValue(taken),
    ]
  }
}

extension TaxSituation {
  /// A tax as it falls on a payment that is one with others of the day.
  func shared(_ alone: TaxLine, of group: TaxGroup, rate: Ratio) throws(AmountOverflow) -> TaxLine {
    let found: (SharedTax, left: Rupiah)?
    do { found = try share(of: group, rate: rate) } catch { throw AmountOverflow() }
    guard let (share, left) = found else { return alone }
    let due = try share.due(of: group.priceExVat)
    return TaxLine(
      code: alone.code, rule: alone.rule, legal: alone.legal, base: try share.base(of: due, left, rate),
      amount: due,
      collectedBy: due == .zero ? .none : alone.collectedBy, lines: alone.lines, shared: share)
  }

  /// What of this payment and of the day's others counts at a threshold; nothing where it stands alone, or where
  /// nobody or a platform collects.
  func payments(
    _ own: [TaxGroup], _ others: [SameDayGroup], _ facts: OrderFacts
  ) throws(AmountOverflow) -> [PaymentFacts] {
    guard !others.isEmpty, collects, !isPlatform else { return [] }
    func payment(_ order: String, _ groups: [TaxGroup]) throws(AmountOverflow) -> PaymentFacts {
      let counted = groups.filter { $0.taxClass == .goods || ($0.taxClass == .service && $0.vat > .zero) }
      return PaymentFacts(
        orderId: order, vendorId: facts.vendorId ?? "", unitId: facts.unitId ?? "", day: day,
        measure: try counted.map { settings.vatThresholdBasis == .gross ? $0.gross : $0.priceExVat }.total())
    }
    var payments: [PaymentFacts] = []
    for other in facts.sameDay {
      payments.append(
        try payment(other.orderId, others.filter { $0.payment.orderId == other.orderId }.map(\.group)))
    }
    return payments + [try payment("this", own)]
  }
}
