/// How taxes are reckoned where the law leaves room or is disputed.
package struct TaxSettings: Hashable, Sendable {
  /// Who collects taxes.
  package enum CollectorPolicy: String, Sendable, CaseIterable {
    case treasurer = "TREASURER"
    case platform = "PLATFORM"
  }

  /// What the threshold of collecting VAT is compared with.
  package enum ThresholdBasis: String, Sendable, CaseIterable {
    case exVat = "EX"
    case gross = "GROSS"
  }

  /// What happens to an order that crosses the end of the exempt band.
  package enum CrossingPolicy: String, Sendable, CaseIterable {
    /// Only the part above is taxed.
    case split = "SPLIT"
    /// All of it is taxed.
    case full = "FULL"
    /// All of it is taxed, and a person looks at it.
    case review = "REVIEW"
  }

  /// Whether a person looks at the surcharge of vendors without a taxpayer number.
  package enum NoNumberPolicy: String, Sendable, CaseIterable {
    case surcharge = "SURCHARGE"
    case review = "REVIEW"
  }

  /// Who collects taxes.
  package let collector: CollectorPolicy
  /// What the threshold of collecting VAT is compared with.
  package let vatThresholdBasis: ThresholdBasis
  /// What happens at the end of the exempt band.
  package let crossing: CrossingPolicy
  /// What happens without a taxpayer number.
  package let noNumber: NoNumberPolicy
  /// Whether income tax on meals is reckoned with the regional tax in the price.
  package let withholdsOnRegionalTax: Bool

  init(_ settings: TenantRules) throws(RulesError) {
    collector = try settings.word("tax.collector")
    vatThresholdBasis = try settings.word("tax.ppn_threshold_basis")
    crossing = try settings.word("tax.umkm_crossing")
    noNumber = try settings.word("tax.no_npwp_policy")
    withholdsOnRegionalTax = try settings.flag("tax.pbjt_in_wht_base")
  }
}
