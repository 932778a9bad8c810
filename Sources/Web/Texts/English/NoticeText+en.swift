import Procurement

extension NoticeText {
  private var order: String { number.map { "Order \($0)" } ?? "The order" }

  private var worth: String { self["gross"] == nil ? "" : " of \(gross(in: .english))" }

  /// The version of the rules and the day from which it holds.
  private var rules: String {
    "version \(self["rulesVersion"] ?? "–")" + (self["effectiveFrom"].map { " from \($0)" } ?? "")
  }

  private var person: String { self["person"] ?? "–" }

  var english: String {
    switch kind {
    case .needDispatched, .needWaits, .offersRequested, .offersOpened, .offersFailed, .offerInvalid,
      .requestWithdrawn,
      .offerCountered,
      .offerAnswered, .offerSelected, .offerNext:
      needEnglish
    case .orderSubmitted: "An order\(worth) to \(vendor) waits for your approval."
    case .orderAboveStep:
      "An order of \(gross(in: .english)) to \(vendor) went to the commitment officer for approval."
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
    case .partPaid: "Part \(self["part"] ?? "–") of \(order.lowercasedFirst) has been paid."
    case .taxesReckoned:
      "The taxes on the payment of \(order.lowercasedFirst) were reckoned anew: \(money("taken", .english)) is taken out "
        + "(\(money("takenBefore", .english)) before), \(money("net", .english)) is paid to the vendor."
    case .approvalReminder: "An order to \(vendor) has waited two working days for your approval."
    case .approvalEscalated:
      "An order to \(vendor) has not been answered by the commitment officer for four working days."
    case .acceptanceReminder: "\(order) still waits for your acceptance; its time is running out."
    case .invoiceReminder: "\(order) has been handed over, but you have not billed it."
    case .deemedReview:
      "\(order) from \(vendor) arrived ten working days ago and nobody has signed its inspection; please review it."
    case .orderTerminated: "\(order) was terminated."
    case .breachNoticed, .disputeOpened, .disputeEntry, .disputeAnswered, .disputeClosed, .disputeUnanswered,
      .disputeUndecided, .amendmentProposed,
      .amendmentAnswered,
      .cancellationProposed, .orderCancelled, .orderHeld, .orderReleased, .inspectionOverdue,
      .replacementOverdue:
      bendEnglish
    case .paymentsTogether:
      "An order is paid on one day with others of the same vendor; for tax they count as one payment."
    case .vendorSubmitted, .vendorOverdue, .vendorVerified, .vendorReturned, .vendorRejected, .vendorLapsed,
      .vendorSuspended, .vendorBlacklisted, .vendorReinstated, .sanctionEnded, .sanctionProposed,
      .sanctionDismissed, .vendorOfOrderBanned, .paperEnding, .paperRenewed, .bankAccountChanged,
      .kbliAsked, .kbliAccepted, .kbliRefused:
      vendorEnglish
    case .flagRaised: "An order that was refused raised the flag \(code)."
    case .flagAsked: "The auditor asks you to explain the flag \(code)."
    case .flagExplained: "The flag \(code) was explained to you."
    case .flagEscalated: "The auditor passes the flag \(code) on to you."
    case .ruleDraftWaits: "\(person)'s change of the rules, \(rules), waits for your approval."
    case .ruleDraftApproved: "\(person) approved your change of the rules, \(rules)."
    case .breakGlassOpened:
      "The central administrator \(person) opened break-glass access: may read this province's data for \(self["minutes"] ?? "–") minutes."
    case .ruleDraftDiscarded: "\(person) discarded your change of the rules, \(rules)."
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
