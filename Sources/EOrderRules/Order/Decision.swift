/// What the rules say about an order.
package struct Decision: Sendable {
  /// The version of the rules that decided.
  package let rulesVersion: String
  /// The form of evidence that the value asks for; nil above the cap.
  package let evidenceForm: EvidenceForm?
  /// What was held against the order, in the order of the guards.
  package let violations: [Violation]
  /// The amounts of the whole order.
  package let totals: OrderTotals
  /// Every tax with its rule.
  package let taxes: [TaxLine]
  /// The amounts of each line, in the order of the facts.
  package let lines: [LineAmounts]

  /// A decision of these parts.
  package init(
    rulesVersion: String, evidenceForm: EvidenceForm?, violations: [Violation], totals: OrderTotals,
    taxes: [TaxLine], lines: [LineAmounts]
  ) {
    self.rulesVersion = rulesVersion
    self.evidenceForm = evidenceForm
    self.violations = violations
    self.totals = totals
    self.taxes = taxes
    self.lines = lines
  }

  /// Why a person has to decide on its taxes.
  package var reviews: [Violation] { violations.filter { $0.code == .reviewRequired } }

  /// Whether nothing blocks the order.
  package var allowed: Bool { !violations.contains { $0.severity == .block } }

  /// Whether issuing needs a written justification.
  package var needsJustification: Bool { violations.contains { $0.severity == .hold } }
}

/// How hard a violation weighs.
package enum Severity: String, Sendable, CaseIterable {
  /// The order cannot be submitted.
  case block
  /// The order can be submitted; issuing needs a justification.
  case hold
  /// Shown to the officials; stops nothing.
  case warn
  /// For the auditor; stops nothing.
  case info
}

/// The proof of purchase that an order of some value needs (Perpres 16/2018 Art. 28).
package enum EvidenceForm: String, Sendable, CaseIterable {
  /// Bukti pembelian.
  case purchaseSlip = "purchase_slip"
  /// Kuitansi.
  case receiptBill = "receipt_bill"
}

/// The amounts of an order; always `netToVendor + vatCollected + withheld = gross`.
package struct OrderTotals: Hashable, Sendable {
  /// The prices without VAT.
  package let priceExVat: Rupiah
  /// What VAT is reckoned from.
  package let vatBase: Rupiah
  /// The VAT that the vendor bills.
  package let vat: Rupiah
  /// The part of it that the treasurer or the platform deposits.
  package let vatCollected: Rupiah
  /// Prices and VAT.
  package let gross: Rupiah
  /// The income tax withheld.
  package let withheld: Rupiah
  /// What the vendor receives.
  package let netToVendor: Rupiah

  /// The amounts as they are kept.
  package init(
    priceExVat: Rupiah, vatBase: Rupiah, vat: Rupiah, vatCollected: Rupiah, gross: Rupiah, withheld: Rupiah,
    netToVendor: Rupiah
  ) {
    self.priceExVat = priceExVat
    self.vatBase = vatBase
    self.vat = vat
    self.vatCollected = vatCollected
    self.gross = gross
    self.withheld = withheld
    self.netToVendor = netToVendor
  }
}
