import Procurement

extension DisputeText {
  var english: String {
    switch self {
    case .title: "Disputes and complaints"
    case .other: "Dispute"
    case .claimed: "Claimed"
    case .answered: "Answered"
    case .stated: "Statement"
    case .proposed: "Proposal to settle"
    case .decided: "Decided"
    case .decidedUnheard: "Decided before the other side had answered"
    case .evidence: "Evidence"
    case .closed: "Closed"
    case .subject(let subject): subject.english
    case .vendorsTurn(let until): "Waits for the vendor's answer until \(until)"
    case .provincesTurn(let until): "Waits for the commitment officer's answer until \(until)"
    case .ownersTurn(let until): "Waits for the budget owner's decision until \(until)"
    }
  }
}

extension ComplaintSubject {
  fileprivate var english: String {
    switch self {
    case .latePayment: "Late payment"
    case .refusal: "Goods refused or not inspected"
    case .quality: "Quality of the goods"
    case .quantity: "Quantity of the goods"
    case .lateDelivery: "Late delivery"
    case .price: "Price"
    case .other: "Something else"
    }
  }
}
