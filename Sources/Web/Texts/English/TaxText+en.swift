import EOrderRules

extension TaxText {
  var english: String {
    switch self {
    case .title: "Amounts and taxes"
    case .lead: "Every rupiah from the price to what the vendor receives."
    case .priceExVat: "Price without VAT"
    case .vat: "VAT"
    case .gross: "Value of the order"
    case .vatCollected: "VAT collected"
    case .withheld: "Income tax withheld"
    case .netToVendor: "Vendor receives"
    case .tax(let code): code.english
    case .collectedBy(let collector): collector.english
    case .reckoned(let base, let rate, let amount): "\(rate) × \(base) = \(amount)"
    case .reckonedOnPart(let base, let part, let partOfBase, let rate, let amount):
      "Tax base \(part) × \(base) = \(partOfBase), rounded; the tax \(rate) × \(part) × \(base) = \(amount)"
    case .raised(let plain, let more, let rate):
      "The rate of the law is \(plain). The vendor has no taxpayer number (NPWP), so it is \(more) higher: \(rate)."
    case .differing(.rounding, let sum): "Each line is rounded to whole rupiah by itself: \(sum)"
    case .differing(.exemptBand, let sum):
      "Part of the price is within the yearly turnover that bears no tax: \(sum)"
    case .differing(.bandPassed, let sum):
      "The turnover has passed the limit that bears no tax, so tax on earlier parts is still to come: \(sum)"
    case .differing(.luxury, let sum): "Some goods are luxuries, taxed on their whole price: \(sum)"
    case .on(let base, let amount): "On a base of \(base): \(amount)"
    case .notDue(let base): "Not collected on a base of \(base)."
    case .together(let orders, let amount, let taken, let due):
      "That is the tax on this payment and that day's payment for \(orders) together: of \(amount), \(taken) was taken there and \(due) is taken here."
    case .remedy(let text): "What would make it lawful: \(text)"
    case .ruleAndLaw(let code, let legal):
      "Rule \(code) · Legal basis: \(Language.english.citation(legal))"
    case .legal(let text): "Legal basis: \(Language.english.citation(text))"
    case .afterHandover:
      "The amounts above are those of what was accepted; the taxes below were reckoned when the order was issued."
    case .rulesTitle: "Check of the rules"
    case .rulesVersion(let version): "Rules version \(version)"
    case .nothingFound: "Nothing was found. This order meets all rules."
    case .severity(let severity): severity.english
    case .evidence(let form): form.english
    }
  }
}

extension TaxCode {
  fileprivate var english: String {
    switch self {
    case .ppn: "VAT (PPN)"
    case .pph22: "Income tax, article 22"
    case .pph23: "Income tax, article 23"
    case .pph21: "Income tax, article 21"
    case .pphFinal: "Final income tax of small businesses"
    }
  }
}

extension Collector {
  fileprivate var english: String {
    switch self {
    case .treasurer: "collected by the treasurer"
    case .platform: "collected by the platform"
    case .vendor: "paid by the vendor itself"
    case .none: "not collected"
    }
  }
}

extension Severity {
  fileprivate var english: String {
    switch self {
    case .block: "Blocks"
    case .hold: "Needs a reason"
    case .warn: "Warning"
    case .info: "Note"
    }
  }
}

extension EvidenceForm {
  fileprivate var english: String {
    switch self {
    case .purchaseSlip: "Evidence needed: purchase slip"
    case .receiptBill: "Evidence needed: receipt (kuitansi)"
    }
  }
}
