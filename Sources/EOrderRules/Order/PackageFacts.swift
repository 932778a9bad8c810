/// The announced package (RUP) that an order draws on, with its own estimate.
package struct PackageFacts: Hashable, Sendable {
  /// The day on which it was announced.
  package var announcedOn: Day
  /// The announced amount.
  package var ceiling: Rupiah
  /// The own estimate (HPS) of the need or of the package; nil where there is none.
  package var ownEstimate: Rupiah?

  /// A package with all that is looked at.
  package init(announcedOn: Day, ceiling: Rupiah, ownEstimate: Rupiah?) {
    self.announcedOn = announcedOn
    self.ceiling = ceiling
    self.ownEstimate = ownEstimate
  }
}
