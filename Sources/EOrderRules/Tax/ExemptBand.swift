/// The part of a small individual vendor's turnover that bears no final tax, used up group by group.
struct ExemptBand {
  /// What an amount looks like from the band.
  struct Share {
    /// The part of the amount that is taxed.
    let taxed: Rupiah
    /// Whether a person has to look at it.
    let needsReview: Bool
  }

  private let limit: Rupiah
  private let policy: TaxSettings.CrossingPolicy
  private var turnover: Rupiah?

  /// The band of a vendor that has stated to be in it; nil where it has none.
  init?(_ situation: TaxSituation) throws(RulesError) {
    let vendor = situation.vendor
    guard vendor.legalForm.isIndividual, vendor.exemptBandStatement, try situation.finalTax() != nil,
      let limit = situation.national.amount(.exemptBand, on: situation.day)
    else { return nil }
    self.limit = limit
    policy = situation.settings.crossing
    turnover = vendor.turnoverYearToDate
  }

  /// Adds an amount to the turnover and tells how much of it is taxed.
  ///
  /// A turnover too large to be counted is over the limit, and stays there.
  mutating func use(_ amount: Rupiah) -> Share {
    // Nobody knows the turnover: the whole amount is taxed, and a person looks unless the policy is to tax.
    guard let before = turnover else { return Share(taxed: amount, needsReview: policy != .full) }
    let after = (try? before.adding(amount)) ?? Rupiah(.max)
    turnover = after
    if after <= limit { return Share(taxed: 0, needsReview: false) }
    if before >= limit { return Share(taxed: amount, needsReview: false) }
    return switch policy {
    // What lies above the limit, reckoned so that nothing can overflow: before is below it here.
    case .split: Share(taxed: Rupiah(amount.amount - (limit.amount - before.amount)), needsReview: false)
    case .full: Share(taxed: amount, needsReview: false)
    case .review: Share(taxed: amount, needsReview: true)
    }
  }
}
