import EOrderRules

extension MoneyText {
  var english: String {
    switch self {
    case .title: "Payment"
    case .due: "The vendor's due"
    case .transfer: "Transferred after the penalty"
    case .penalty: "Penalty for lateness"
    case .stamp: "Stamp on the receipt"
    case .deposits: "Deposits of taxes"
    case .parts: "Handed over in parts"
    case .part: "Part"
    case .arrived: "Arrived"
    case .withOrder: "paid with the order"
    case .missing: "Papers still missing"
    case .penaltyReckoned(let days, let base, let amount, let legal):
      "\(days) days × 1‰ × \(base) = \(amount) (\(Language.english.citation(legal)))"
    case .stampReckoned(let amount, let legal): "\(amount) under \(Language.english.citation(legal))"
    case .depositOf(let tax, let amount, let by, let report):
      "\(tax) \(amount): deposit by \(by), report by \(report)."
    case .paper(let paper): paper.english
    }
  }
}

extension SupportingPaper {
  fileprivate var english: String {
    switch self {
    case .purchaseOrder: "Purchase order"
    case .priceBasis: "Own estimate or basis of the price"
    case .deliveryNote: "Note of delivery"
    case .photo: "Photo of the goods or the event"
    case .handover: "Signed handover"
    case .invoice: "Invoice"
    case .receipt: "Receipt"
    case .taxInvoice: "Tax invoice"
    case .taxSlip: "Withholding slip"
    case .invitation: "Invitation to the meeting"
    case .attendance: "Attendance list"
    case .minutes: "Minutes"
    case .paymentOrder: "Proof of the order to pay"
    }
  }
}
