import EOrderRules

extension FlagText {
  var english: String {
    switch self {
    case .title: "Red flags"
    case .all: "All flags"
    case .none: "No flags here"
    case .noneAdvice: "What the rules find is shown here as soon as it happens."
    case .state: "State"
    case .anyState: "Any state"
    case .flag: "Flag"
    case .subject: "About"
    case .raised: "Raised"
    case .officer: "Commitment officer"
    case .name(let code): name(of: code)
    case .unknownName(let code): "Flag \(code)"
    case .attempt: "Attempt refused by the rules"
    case .attemptMeans:
      "The order that was tried did not go through; its value counts in the sum, though it is not in the list below."
    case .legal: "Legal basis"
    case .rulesVersion: "Version of the rules"
    case .justification: "Justification at issue"
    case .facts: "Why the flag was raised"
    case .window(let days): "Within \(days) days"
    case .sum: "Together"
    case .limit: "Limit"
    case .similarity: "Similarity of the items (of 1,000)"
    case .acceptedReasons: "Reasons that may be given"
    case .orders: "Orders behind it"
    case .order: "Order"
    case .orderDate: "Date"
    case .gross: "Value"
    case .withoutNumber: "without number"
    case .goToOrder: "Go to the order"
    case .history: "History"
    case .system: "e-Order"
    case .act(let transition): act(transition)
    case .means(let transition): means(transition)
    case .done(let transition): done(transition)
    case .question: "Your question"
    case .explanation: "Your explanation"
    case .reason: "Reason"
    case .reasonCode: "Kind of reason"
    case .noReasonCode: "Another reason"
    case .reasonName(let code): reasonName(code)
    case .said(let text): "“\(text)”"
    case .noStep: "There is nothing for you to do on this flag."
    case .ofOrder: "Red flags of this order"
    }
  }

  private func name(of code: ViolationCode) -> String {
    switch code {
    case .splitPackage: "Package split"
    case .splitCategory: "Similar orders split"
    case .splitVendor: "Orders of one vendor split"
    case .nearThreshold: "Just below a threshold"
    case .plannedTogether: "Plan worth a tender"
    case .paymentsTogether: "Payments of one day"
    case .repeatedPair: "Favoured vendor"
    case .haste: "Accepted in haste"
    case .newProduct: "Newly listed product"
    case .priceChanged: "Price changed"
    case .abovePriceMedian: "Above the median price"
    case .conflictOfInterest: "Conflict of interest"
    case .shortPeriod: "Short time for offers"
    case .singleOffer: "A single offer"
    case .closeToWinner: "Close to the selected offer"
    case .identicalPrices: "Identical prices"
    case .othersDisqualified: "All others disqualified"
    case .lowestDisqualified: "Lowest disqualified"
    case .oftenDisqualified: "Often disqualified"
    case .variedVendor: "Supplies of many kinds"
    case .heavyDiscount: "Heavy discount"
    default: code.rawValue
    }
  }

  private func act(_ transition: FlagTransition) -> String {
    switch transition {
    case .ask: "Ask the officer"
    case .explain: "Explain"
    case .accept: "Accept"
    case .escalate: "Escalate"
    default: transition.rawValue
    }
  }

  private func means(_ transition: FlagTransition) -> String {
    switch transition {
    case .ask: "The commitment officer is told of your question and answers here."
    case .explain: "The auditor reads your explanation."
    case .accept: "The flag is settled, with your reason in its history."
    case .escalate: "The budget owner is told, and the flag stays marked."
    default: ""
    }
  }

  private func done(_ transition: FlagTransition) -> String {
    switch transition {
    case .raise: "Flag raised"
    case .renew: "Facts changed"
    case .justify: "Justified at issue"
    case .ask: "Question asked"
    case .explain: "Explained"
    case .accept: "Accepted"
    case .escalate: "Escalated"
    }
  }

  private func reasonName(_ code: String) -> String {
    switch code {
    case "separate_event": "A separate event"
    case "separate_location": "A separate place"
    case "recurring_need": "A recurring need"
    case "urgent_need": "An urgent need"
    case "price_checked": "The price was checked"
    case "only_source": "The only source"
    case "other_quality": "Another quality"
    case "small_quantity": "A small quantity"
    case "delivery_included": "Delivery included"
    default: code
    }
  }
}

extension FlagState {
  var english: String {
    switch self {
    case .open: "Open"
    case .asked: "Question asked"
    case .explained: "Explained"
    case .accepted: "Accepted"
    case .escalated: "Escalated"
    }
  }
}
