/// The limits on the value of orders.
package struct LimitSettings: Hashable, Sendable {
  /// The highest gross value of an order.
  package let orderCap: Rupiah
  /// Up to here a purchase slip suffices.
  package let receiptMaximum: Rupiah
  /// Up to here a kuitansi suffices.
  package let kuitansiMaximum: Rupiah
  /// Up to here an order may be made without comparing.
  package let directMaximum: Rupiah
  /// How many compared prices let a direct order exceed that.
  package let minimumSources: Int
  /// What happens without proof that the national catalogue lacks the goods.
  package let catalogueMode: CatalogueMode
  /// What happens above the standard price.
  package let standardPriceMode: Severity

  /// How strictly the national catalogue comes first.
  package enum CatalogueMode: String, Sendable, CaseIterable {
    case warn
    case requireReason = "require_reason"
    case block
  }

  /// - Parameter settings: Those bound by the nation on the day of the order.
  init(_ settings: TenantRules) throws(RulesError) {
    orderCap = Rupiah(try settings.integer("order.cap_gross"))
    receiptMaximum = Rupiah(try settings.integer("evidence.receipt_max"))
    kuitansiMaximum = Rupiah(try settings.integer("evidence.kuitansi_max"))
    directMaximum = min(Rupiah(try settings.integer("direct.max")), orderCap)
    minimumSources = try settings.count("compare.min_sources")
    catalogueMode = try settings.word("catalogue_check.mode")
    standardPriceMode = try settings.word("ssh.mode")
  }

  /// The form of evidence for a gross value; nil above the cap.
  package func evidenceForm(for gross: Rupiah) -> EvidenceForm? {
    guard gross <= min(orderCap, kuitansiMaximum) else { return nil }
    return gross <= receiptMaximum ? .purchaseSlip : .receiptBill
  }
}
