/// The part of a small individual vendor's turnover that bears no final tax, used up group by group.
struct ExemptBand {
  /// What an amount looks like from the band.
  struct Share {
    /// The part of the amount that is taxed.
    let taxed: ExactAmount
    /// Whether a person has to look at it.
    let needsReview: Bool
  }

  private let limit: Rupiah
  private let policy: TaxSettings.CrossingPolicy
  private var turnover: ExactAmount?

  /// The band of a vendor that has stated to be in it; nil where it has none.
  init?(_ situation: TaxSituation) throws(RulesError) {
    let vendor = situation.vendor
    guard vendor.legalForm.isIndividual, vendor.exemptBandStatement, try situation.finalTax() != nil,
      let limit = situation.national.amount(.exemptBand, on: situation.day)
    else { return nil }
    self.limit = limit
    policy = situation.settings.crossing
    turnover = vendor.turnoverYearToDate.map { ExactAmount($0) }
  }

  /// Adds an amount to the turnover and tells how much of it is taxed.
  mutating func use(_ amount: ExactAmount) throws(AmountOverflow) -> Share {
    // Nobody knows the turnover: the whole amount is taxed, and a person looks unless the policy is to tax.
    guard let before = turnover else { return Share(taxed: amount, needsReview: policy != .full) }
    let after = try before.adding(amount)
    turnover = after
    if try after.isAtMost(limit) { return Share(taxed: ExactAmount(.zero), needsReview: false) }
    if try !before.isBelow(limit) { return Share(taxed: amount, needsReview: false) }
    return switch policy {
    case .split: Share(taxed: try after.subtracting(ExactAmount(limit)), needsReview: false)
    case .full: Share(taxed: amount, needsReview: false)
    case .review: Share(taxed: amount, needsReview: true)
    }
  }
}
