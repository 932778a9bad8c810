import EOrderRules
import Foundation
import StrictJSON
import Tenancy

extension OrderView {
  /// The papers that should be there when the bill is verified, and are not.
  func missingAtVerification(_ caller: Caller) -> [SupportingPaper] {
    papers(caller).filter { $0.precedesPayment && !has($0) }
  }

  /// The papers that the payment needs by its value, and which of them are there.
  func checklist(_ caller: Caller) -> JSONValue {
    let papers = papers(caller)
    let form = caller.rulebook.limits.evidenceForm(for: order.money.gross)
    return [
      "evidenceForm": JSONValue(form?.rawValue),
      "papers": .array(papers.map { ["paper": .string($0.rawValue), "present": .bool(has($0))] }),
      "missing": .array(papers.filter { !has($0) }.map { .string($0.rawValue) }),
    ]
  }

  private func papers(_ caller: Caller) -> [SupportingPaper] {
    let categories = caller.rulebook.categories
    let facts = PaperFacts(
      gross: order.money.gross, isVatRegistered: order.money.vat > .zero,
      isWithheld: order.money.withheld > .zero,
      categoryPapers: Set(lines.flatMap { categories[$0.category]?.neededDocuments ?? [] }))
    return caller.rulebook.limits.papers(for: facts)
  }

  private func has(_ paper: SupportingPaper) -> Bool {
    switch paper {
    case .purchaseOrder: order.number != nil
    case .priceBasis: !order.terms.comparedPrices.isEmpty || order.terms.justification != nil
    case .deliveryNote: isAttached(.deliveryNote) || did(.startDelivery)
    case .photo: isAttached(.photo)
    case .handover: did(.inspectOk) || !parts.isEmpty
    case .invoice: order.invoice != nil || isAttached(.invoice)
    case .receipt: isAttached(.receipt)
    case .taxInvoice: order.invoice?.taxNumber != nil || isAttached(.taxInvoice)
    case .taxSlip: order.payment?.paidOn != nil
    case .attendance: isAttached(.attendance)
    // The API has no kinds of their own for these two.
    case .invitation, .minutes: isAttached(.other)
    case .paymentOrder: order.payment?.paidOn != nil || order.payment?.papers.members?.isEmpty == false
    }
  }

  private func did(_ transition: OrderTransition) -> Bool {
    events.contains { $0.transition == transition.rawValue }
  }

  private func isAttached(_ kind: AttachmentKind) -> Bool {
    attachments.contains { $0.kind == kind.rawValue }
  }
}
