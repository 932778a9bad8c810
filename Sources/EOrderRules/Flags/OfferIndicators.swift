/// An offer as the indicators of collusion see it.
package struct OfferedPrice: Hashable, Sendable {
  /// The vendor's id.
  package let vendor: String
  /// What the order would cost, all taxes included; nil where the offer could not be read.
  package let gross: Rupiah?
  /// Whether it counted for nothing: invalid, or barred by a rule.
  package let isDisqualified: Bool
  /// Whether it was selected.
  package let isSelected: Bool

  /// An offer of these particulars.
  package init(vendor: String, gross: Rupiah?, isDisqualified: Bool = false, isSelected: Bool = false) {
    self.vendor = vendor
    self.gross = gross
    self.isDisqualified = isDisqualified
    self.isSelected = isSelected
  }
}

/// A request for offers after the selection.
package struct TenderFacts: Hashable, Sendable {
  /// For how many working days offers could be handed in.
  package let openWorkingDays: Int
  /// All offers that were opened, in any order.
  package let offers: [OfferedPrice]

  /// A request of these particulars.
  package init(openWorkingDays: Int, offers: [OfferedPrice]) {
    self.openWorkingDays = openWorkingDays
    self.offers = offers
  }

  var valid: [OfferedPrice] { offers.filter { !$0.isDisqualified && $0.gross != nil } }
  var selected: (vendor: String, gross: Rupiah)? {
    offers.first(where: \.isSelected).flatMap { offer in offer.gross.map { (vendor: offer.vendor, gross: $0) }
    }
  }
  /// The lowest price besides the selected one.
  var secondLowest: Rupiah? { valid.filter { !$0.isSelected }.compactMap(\.gross).min() }
}

extension Rulebook {
  /// The indicators of the Open Contracting Partnership that a request for offers allows (Cardinal; domain.md §7.6):
  /// `R003 R018 R024 R028 R035 R036 R058`. None says that anything is wrong; each is a reason to look.
  package func offerIndicators(_ tender: TenderFacts) -> [Violation] {
    [
      shortPeriod(tender), singleOffer(tender), closeToWinner(tender), identicalPrices(tender),
      othersDisqualified(tender), lowestDisqualified(tender), heavyDiscount(tender),
    ].compactMap(\.self)
  }

  private func raise(
    _ code: ViolationCode, _ rule: String, window: Int? = nil, sum: Rupiah? = nil, limit: Rupiah? = nil,
    _ own: [(name: String, value: RuleValue)]
  ) -> Violation {
    FlagFacts(code: code, window: window, sum: sum, limit: limit).raised(.info, rule: rule, under: self, own)
  }

  /// `R003`: vendors had less time than is usual.
  private func shortPeriod(_ tender: TenderFacts) -> Violation? {
    guard tender.openWorkingDays < usualOpenWorkingDays else { return nil }
    return raise(
      .shortPeriod, "rfo.min_open_wd",
      [("days", .int(Int64(tender.openWorkingDays))), ("usual", .int(Int64(usualOpenWorkingDays)))])
  }

  /// `R018`: one offer alone.
  private func singleOffer(_ tender: TenderFacts) -> Violation? {
    guard tender.offers.count == 1 else { return nil }
    return raise(.singleOffer, "rfo.min_offers", [("vendor", .string(tender.offers[0].vendor))])
  }

  /// `R024`: the next offer lies so close above the selected one as if its vendor had known it.
  private func closeToWinner(_ tender: TenderFacts) -> Violation? {
    guard let winner = tender.selected, let second = tender.secondLowest, second > winner.gross,
      offers.closeShare.exceeds(second.amount - winner.gross.amount, of: winner.gross.amount)
    else { return nil }
    return raise(
      .closeToWinner, "flags.offer_close", sum: winner.gross, limit: second,
      [("share", .string(offers.closeShare.description))])
  }

  /// `R028`: different vendors ask for the same price to the rupiah.
  private func identicalPrices(_ tender: TenderFacts) -> Violation? {
    let priced = tender.valid.compactMap { offer in offer.gross.map { (vendor: offer.vendor, gross: $0) } }
    for (place, first) in priced.enumerated() {
      let same = priced[place...].filter { $0.1 == first.1 }
      guard Set(same.map { $0.0 }).count > 1 else { continue }
      return raise(
        .identicalPrices, "flags.identical_prices", sum: first.1,
        [
          ("price", RuleValue(first.1)), ("count", .int(Int64(same.count))),
          ("vendors", .array(same.map { .string($0.0) })),
        ])
    }
    return nil
  }

  /// `R035`: everybody but the selected vendor was disqualified.
  private func othersDisqualified(_ tender: TenderFacts) -> Violation? {
    let barred = tender.offers.count { $0.isDisqualified }
    guard tender.selected != nil, tender.valid.count == 1, barred >= offers.disqualifiedLeast else {
      return nil
    }
    return raise(.othersDisqualified, "flags.offer_disqualified_least", [("count", .int(Int64(barred)))])
  }

  /// `R036`: an offer below the selected one was disqualified.
  private func lowestDisqualified(_ tender: TenderFacts) -> Violation? {
    guard let winner = tender.selected,
      let lowest = tender.offers.filter(\.isDisqualified).compactMap(\.gross).min(), lowest < winner.gross
    else { return nil }
    return raise(
      .lowestDisqualified, "flags.lowest_disqualified", sum: winner.gross, limit: lowest,
      [("lowest", RuleValue(lowest)), ("price", RuleValue(winner.gross))])
  }

  /// `R058`: the selected offer lies so far below the next one that it may not be meant.
  private func heavyDiscount(_ tender: TenderFacts) -> Violation? {
    guard let winner = tender.selected, let second = tender.secondLowest, second > winner.gross,
      offers.discountShare.isExceeded(by: second.amount - winner.gross.amount, of: second.amount)
    else { return nil }
    return raise(
      .heavyDiscount, "flags.offer_discount", sum: winner.gross, limit: second,
      [
        ("price", RuleValue(winner.gross)), ("second", RuleValue(second)),
        ("share", .string(offers.discountShare.description)),
      ])
  }

  /// `R038`: a vendor whose offers are disqualified more often than not.
  ///
  /// - Parameter offers: all offers of one vendor that were decided on in the days that are looked at.
  package func oftenDisqualified(_ vendor: String, offers all: [OfferedPrice]) -> Violation? {
    let barred = all.count { $0.isDisqualified }
    guard all.count >= offers.disqualifiedLeast + 1,
      offers.disqualifiedShare.isExceeded(by: Int64(barred), of: Int64(all.count))
    else { return nil }
    return raise(
      .oftenDisqualified, "flags.offer_disqualified_share", window: offers.disqualifiedWindowDays,
      [
        ("vendor", .string(vendor)), ("count", .int(Int64(barred))), ("total", .int(Int64(all.count))),
        ("share", .string(offers.disqualifiedShare.description)),
      ])
  }
}

extension Rulebook {
  /// `R048`: a vendor that is selected for goods and services of many kinds may be a front of others.
  ///
  /// - Parameter categories: of the needs for which it was selected in the days that are looked at.
  package func variedVendor(_ vendor: String, selectedIn categories: Set<String>) -> Violation? {
    guard categories.count >= offers.varietyLeast else { return nil }
    return raise(
      .variedVendor, "flags.offer_variety_least", window: offers.disqualifiedWindowDays,
      [
        ("vendor", .string(vendor)), ("count", .int(Int64(categories.count))),
        ("required", .int(Int64(offers.varietyLeast))),
        ("categories", .array(categories.sorted().map { .string($0) })),
      ])
  }
}

extension Ratio {
  /// Whether this share of `whole` is more than `part`.
  fileprivate func exceeds(_ part: Int64, of whole: Int64) -> Bool {
    Int128(part) * Int128(denominator) < Int128(whole) * Int128(numerator)
  }

  /// Whether `part` is more than this share of `whole`.
  fileprivate func isExceeded(by part: Int64, of whole: Int64) -> Bool {
    Int128(part) * Int128(denominator) > Int128(whole) * Int128(numerator)
  }
}
