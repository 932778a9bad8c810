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
    case .deposited: "Deposited"
    case .notDeposited: "NTPN not recorded yet"
    case .withholdingSlip: "Number of the proof of withholding"
    case .withholdingSlipHint: "Of an income tax that was withheld; the vendor needs it for its own taxes."
    case .recordDeposit(let tax, let part):
      part.map { "Record the deposit of \(tax), part \($0)" } ?? "Record the deposit of \(tax)"
    case .recordDepositMeans(let amount):
      "\(amount) go to the state treasury. After a slip, record it again: the last counts, the earlier stays in the audit log."
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
