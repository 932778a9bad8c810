/// The size of a vendor's business (PP 7/2021 Art. 35).
package enum BusinessSize: String, Sendable, CaseIterable {
  case micro, small, medium
}

/// Up to which capital and which yearly sales a business has a size.
package struct SizeClass: Hashable, Sendable {
  /// The size that these limits bound.
  package let size: BusinessSize
  /// The highest capital without land and buildings, inclusive.
  package let capitalMaximum: Rupiah
  /// The highest yearly sales, inclusive.
  package let salesMaximum: Rupiah

  /// Limits of one size.
  package init(size: BusinessSize, capitalMaximum: Rupiah, salesMaximum: Rupiah) {
    self.size = size
    self.capitalMaximum = capitalMaximum
    self.salesMaximum = salesMaximum
  }
}

extension [SizeClass] {
  /// Whether capital or yearly sales puts a business into the size that it claims; new businesses are
  /// classed by capital and running ones by sales, so one of the two suffices.
  package func fits(_ size: BusinessSize, capital: Rupiah, yearlySales: Rupiah) -> Bool {
    let ordered = sorted { $0.capitalMaximum < $1.capitalMaximum }
    let byCapital = ordered.first { capital <= $0.capitalMaximum }?.size
    let bySales = ordered.first { yearlySales <= $0.salesMaximum }?.size
    return size == byCapital || size == bySales
  }
}
