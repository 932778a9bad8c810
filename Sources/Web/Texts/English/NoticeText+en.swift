import Procurement

extension NoticeText {
  private var title: String { self["title"] ?? "–" }
  private var order: String { number.map { "Order \($0)" } ?? "The order" }

  var english: String {
    switch kind {
    case .orderSubmitted: "An order to \(vendor) waits for your approval."
    case .orderReturned: "The order to \(vendor) came back to be mended."
    case .orderRejected: "The order to \(vendor) was rejected."
    case .orderIssued: "\(order) was issued to you. Accept or decline it in time."
    case .orderWithdrawn: "\(order) was withdrawn."
    case .orderAccepted: "\(vendor) accepted \(order.lowercasedFirst)."
    case .orderDeclined: "\(vendor) declined \(order.lowercasedFirst)."
    case .orderExpired: "\(order) to \(vendor) expired; you may issue it again."
    case .orderDelivered: "\(order) from \(vendor) has arrived and waits for inspection."
    case .goodsRefused: "The goods of \(order.lowercasedFirst) were refused. Mend or replace them."
    case .orderHandedOver: "The handover of \(order.lowercasedFirst) is signed. Please send your invoice."
    case .orderInvoiced: "\(vendor) invoiced \(order.lowercasedFirst); its papers wait to be verified."
    case .invoiceQueried: "The invoice of \(order.lowercasedFirst) has to be completed."
    case .paymentRequested: "The payment of \(order.lowercasedFirst) to \(vendor) waits for your approval."
    case .paymentApproved: "The payment of \(order.lowercasedFirst) to \(vendor) is approved; please pay."
    case .orderPaid: "\(order) was paid."
    case .orderTerminated: "\(order) was terminated."
    case .needDispatched: "The need “\(title)” was given to you."
    case .needWaits: "The need “\(title)” waits with its procurement officer beyond its deadline."
    case .offersRequested: "You are asked for an offer: “\(title)”. It stays sealed until the deadline."
    case .offersOpened: "The offers for “\(title)” are opened."
    case .offersFailed: "No valid offer came in for “\(title)”; ask again or choose otherwise."
    case .offerInvalid: "Your offer for “\(title)” could not be counted."
    case .offerCountered: "The province negotiates on your offer for “\(title)”. Answer in time."
    case .offerAnswered: "\(vendor) answered in the negotiation on “\(title)”."
    case .offerSelected: "Your offer for “\(title)” was selected; an order follows."
    case .offerNext: "The order for “\(title)” was not taken; \(vendor) is next and gets it by a reissue."
    case .flagRaised: "An order that was refused raised the flag \(code)."
    case .flagAsked: "The auditor asks you to explain the flag \(code)."
    case .flagExplained: "The flag \(code) was explained to you."
    case .flagEscalated: "The auditor passes the flag \(code) on to you."
    }
  }
}

extension NoticePart {
  var english: String {
    switch self {
    case .reason(let text): "Reason: \(text)"
    }
  }
}

extension String {
  /// The same words inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
