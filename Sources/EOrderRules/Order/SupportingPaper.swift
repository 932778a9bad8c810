/// A paper that a payment is supported by (domain.md §2.3); the raw values are those of the API.
package enum SupportingPaper: String, Sendable, CaseIterable {
  /// The purchase order that the service writes at issue.
  case purchaseOrder = "purchase_order"
  /// The province's own estimate with the prices behind it.
  case priceBasis = "price_basis"
  /// The vendor's note of delivery.
  case deliveryNote = "delivery_note"
  /// A photo of what arrived.
  case photo
  /// The signed handover.
  case handover
  /// The vendor's invoice.
  case invoice
  /// The receipt for the money, with its stamp where one is due.
  case receipt
  /// The tax invoice of a vendor that is registered for VAT.
  case taxInvoice = "tax_invoice"
  /// The slip of the income tax that was withheld.
  case taxSlip = "tax_slip"
  /// For meals of a meeting: who was invited, who came, and what was decided.
  case invitation, attendance, minutes
  /// How the mode of payment is proven: the order to pay, the card's slip, the bank's debit.
  case paymentOrder = "payment_order"
}

extension SupportingPaper {
  /// Whether there can be one before the money has moved, and so at the verification (domain.md §7.4, `verify`).
  package var precedesPayment: Bool { self != .taxSlip && self != .paymentOrder }
}

/// What the value and the kind of an order ask for in papers.
package struct PaperFacts: Sendable {
  /// The value with all taxes.
  package var gross: Rupiah
  /// Whether the vendor is registered for VAT.
  package var isVatRegistered: Bool
  /// Whether income tax is withheld.
  package var isWithheld: Bool
  /// What the categories ask for besides (`need_docs`).
  package var categoryPapers: Set<String>

  /// Facts of a payment.
  package init(gross: Rupiah, isVatRegistered: Bool, isWithheld: Bool, categoryPapers: Set<String>) {
    self.gross = gross
    self.isVatRegistered = isVatRegistered
    self.isWithheld = isWithheld
    self.categoryPapers = categoryPapers
  }
}

extension LimitSettings {
  /// The papers that a payment needs: a purchase slip's few, a receipt's more, and those of the categories. Whether
  /// what is missing informs or stops the verification, the province says (`payment.papers`).
  package func papers(for facts: PaperFacts) -> [SupportingPaper] {
    var papers: Set<SupportingPaper> = [
      .purchaseOrder, .deliveryNote, .photo, .handover, .invoice, .paymentOrder,
    ]
    if evidenceForm(for: facts.gross) != .purchaseSlip {
      papers.formUnion([.priceBasis, .receipt])
      papers.remove(.photo)
    }
    if facts.isVatRegistered { papers.insert(.taxInvoice) }
    if facts.isWithheld { papers.insert(.taxSlip) }
    papers.formUnion(facts.categoryPapers.compactMap(SupportingPaper.init))
    if facts.categoryPapers.contains(SupportingPaper.attendance.rawValue) { papers.insert(.photo) }
    return SupportingPaper.allCases.filter(papers.contains)
  }
}
