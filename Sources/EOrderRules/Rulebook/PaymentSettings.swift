/// How the province pays.
package struct PaymentSettings: Hashable, Sendable {
  /// The modes in use.
  package let modes: Set<PaymentMode>
  /// Whether parts of an order may be paid.
  package let partial: Bool
  /// The highest single payment from petty cash.
  package let pettyCashMaximum: Rupiah
  /// Whether a payment is verified with all its papers only.
  package let requiresPapers: Bool

  init(_ settings: TenantRules) throws(RulesError) {
    modes = Set(try settings.texts("payment.modes").compactMap(PaymentMode.init))
    partial = try settings.flag("payment.partial")
    requiresPapers = try settings.text("payment.papers") == "require"
    pettyCashMaximum = Rupiah(try settings.integer("payment.up_single_max"))
  }
}
