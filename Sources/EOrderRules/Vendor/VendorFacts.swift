/// The vendor as a decision sees it.
package struct VendorFacts: Sendable {
  /// Where the vendor stands.
  package var state: VendorState
  /// Its legal form.
  package var legalForm: LegalForm
  /// The size of its business.
  package var size: BusinessSize
  /// The region of its address; nil where that is not part of the facts.
  package var regionCode: RegionCode?
  /// Its taxpayer number; nil where it has none.
  package var npwp: NPWP?
  /// Whether it is registered for VAT (PKP).
  package var vatRegistered: Bool
  /// Its letter for the final tax (Surat Keterangan); nil where it has none.
  package var finalTaxLetter: TaxLetter?
  /// Whether it stated for this year that its turnover is in the exempt band.
  package var exemptBandStatement: Bool = false
  /// Whether it is a taxpayer of another country, whose income is taxed otherwise.
  package var isForeign: Bool = false
  /// The tax office's certificate that nothing is withheld (Surat Keterangan Bebas); nil where it has none.
  package var withholdingExemption: TaxLetter?
  /// Its turnover of this tax year before the order; nil where nobody knows.
  package var turnoverYearToDate: Rupiah?

  /// A vendor without papers beyond its registration.
  package init(
    state: VendorState, legalForm: LegalForm, size: BusinessSize, regionCode: RegionCode? = nil,
    npwp: NPWP? = nil, vatRegistered: Bool
  ) {
    self.state = state
    self.legalForm = legalForm
    self.size = size
    self.regionCode = regionCode
    self.npwp = npwp
    self.vatRegistered = vatRegistered
  }
}

/// A letter of the tax office: that a vendor pays the final tax of small businesses (Surat Keterangan), or that nothing
/// is withheld from it (Surat Keterangan Bebas, SKB).
package struct TaxLetter: Hashable, Sendable {
  /// The number of the letter.
  package var number: String
  /// The last day on which it holds.
  package var validUntil: Day

  /// A letter and its last day.
  package init(number: String, validUntil: Day) {
    self.number = number
    self.validUntil = validUntil
  }
}
