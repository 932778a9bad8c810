import Procurement

extension NoticeText {
  private var order: String { number.map { "order \($0)" } ?? "the order" }
  private var opening: String { number.map { "Order \($0)" } ?? "The order" }
  private var end: String { until(in: .english).map { " by \($0)" } ?? " at once" }
  private var still: String { until(in: .english).map { " until \($0)" } ?? "" }

  /// The sentences about orders that leave the straight way.
  var bendEnglish: String {
    switch kind {
    case .breachNoticed:
      "The commitment officer gives notice of a breach of \(order). Put it right\(end); after that the order may be terminated."
    case .disputeOpened:
      "A dispute about \(order) with \(vendor) was opened. The other side answers it\(end)."
    case .disputeAnswered:
      "The dispute about \(order) with \(vendor) was answered; the budget owner decides\(still)."
    case .disputeClosed:
      "The dispute about \(order) with \(vendor) was decided. Open the order to read the outcome."
    case .disputeUnanswered:
      "Nobody answered the dispute about \(order) with \(vendor) in time; the budget owner decides\(still)."
    case .disputeUndecided:
      "The dispute about \(order) with \(vendor) should have been decided by now. Please decide it."
    case .amendmentProposed: "A change of \(order) with \(vendor) was proposed. Answer it\(end)."
    case .amendmentAnswered:
      says("accepted")
        ? "The proposed change of \(order) with \(vendor) was agreed to."
        : "The proposed change of \(order) with \(vendor) was refused; the order stays as it was."
    case .cancellationProposed:
      "The other side proposes to cancel \(order) with \(vendor). Cancel it too, or go on with it."
    case .orderCancelled: "\(opening) with \(vendor) was cancelled by both sides."
    case .orderHeld: "\(opening) with \(vendor) is on hold\(still)."
    case .orderReleased: "The hold of \(order) with \(vendor) is over; the order goes on."
    case .inspectionOverdue:
      "\(opening) from \(vendor) was not inspected in time. Inspect it and sign, or refuse it."
    default: "The replacement of refused goods of \(order) from \(vendor) has not come in time."
    }
  }
}
