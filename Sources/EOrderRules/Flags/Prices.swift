/// A change of a product's price.
package struct PriceChange: Hashable, Sendable {
  /// The product.
  package var productId: String
  /// The day of the change.
  package var day: Day
  /// The price before.
  package var old: Rupiah
  /// The price after.
  package var new: Rupiah

  /// A change with all that is looked at.
  package init(productId: String, day: Day, from old: Rupiah, to new: Rupiah) {
    self.productId = productId
    self.day = day
    self.old = old
    self.new = new
  }
}

/// A price at which the province bought a thing.
package struct PaidPrice: Hashable, Sendable {
  /// The day of the order.
  package var day: Day
  /// The price of one unit.
  package var unitPrice: Rupiah

  /// A price and its day.
  package init(day: Day, unitPrice: Rupiah) {
    self.day = day
    self.unitPrice = unitPrice
  }
}

extension Rulebook {
  /// `PRC2`: a unit costs far more than the province paid in the median of the days before; the officer explains.
  /// Nil where it does not, and where too few prices are known.
  ///
  /// - Parameter paid: Prices that the province paid for the same thing; the order's own is not among them.
  package func aboveMedian(
    _ unitPrice: Rupiah, productId: String, paid: [PaidPrice], on day: Day
  ) throws(RulesError) -> Violation? {
    try on(day).exceedingMedian(unitPrice, productId: productId, paid: paid, on: day)
  }

  /// The same under rules that are bound to the day.
  func exceedingMedian(_ unitPrice: Rupiah, productId: String, paid: [PaidPrice], on day: Day) -> Violation? {
    let (window, ratio) = (flags.medianWindowDays, flags.medianRatio)
    let prices = paid.filter { (0...window).contains(day.days(since: $0.day)) }.map(\.unitPrice).sorted()
    guard prices.count >= max(flags.medianLeast, 1) else { return nil }
    // Twice the median is a whole number also where it lies between two prices.
    let twice = Int128(prices[(prices.count - 1) / 2].amount) + Int128(prices[prices.count / 2].amount)
    guard Int128(unitPrice.amount) * 2 * Int128(ratio.denominator) > twice * Int128(ratio.numerator) else {
      return nil
    }
    let facts = FlagFacts(
      code: .abovePriceMedian, window: window,
      acceptedReasons: ["other_quality", "small_quantity", "delivery_included", "urgent_need"])
    return facts.raised(
      .hold, rule: "flags.median_ratio", under: self,
      [
        ("productId", .string(productId)), ("unitPrice", RuleValue(unitPrice)),
        ("median", .int(Int64(clamping: twice / 2))), ("prices", .int(Int64(prices.count))),
        ("ratio", .string(ratio.description)),
      ])
  }
}

/// `PRC1`: a price of the order changed by more than the share shortly before or after it, up or down, at once or in
/// steps, and no verifier has looked since (KPK's pattern of 5, 10 and again 5 million).
let ofSteadyPrices: Guard = { input throws(AmountOverflow) in
  let (window, share) = (input.rulebook.flags.priceWindowDays, input.rulebook.splitting.priceChange)
  let near = input.facts.priceChanges.filter { abs($0.day.days(since: input.facts.date)) <= window }
  let large = Dictionary(grouping: near, by: \.productId).values.filter { $0.isLarge(share) }.flatMap(\.self)
    .sorted { ($0.productId, $0.day) < ($1.productId, $1.day) }
  guard !large.isEmpty else { return [] }
  return [
    FlagFacts(code: .priceChanged, window: window, gross: input.gross, sum: input.gross).raised(
      .block, rule: "flags.price_window_days", under: input.rulebook,
      [("share", .string(share.description)), ("changes", .array(large.map(\.tree)))])
  ]
}

extension [PriceChange] {
  /// Whether one of them, or all of one product together, exceed the share.
  fileprivate func isLarge(_ share: Ratio) -> Bool {
    let inOrder = sorted { $0.day < $1.day }
    guard let first = inOrder.first, let last = inOrder.last else { return false }
    return needsCuration(price: first.old, changedTo: last.new, share: share)
      || contains { needsCuration(price: $0.old, changedTo: $0.new, share: share) }
  }
}

extension PriceChange {
  fileprivate var tree: RuleValue {
    [
      "productId": .string(productId), "day": RuleValue(day), "from": RuleValue(old), "to": RuleValue(new),
    ]
  }
}
