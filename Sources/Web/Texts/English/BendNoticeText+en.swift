import Procurement

extension NoticeText {
  private var order: String { number.map { "order \($0)" } ?? "the order" }
  private var opening: String { number.map { "Order \($0)" } ?? "The order" }
  private var end: String { until(in: .english).map { " by \($0)" } ?? " at once" }
  /// The other side, as its reader knows it.
  private var other: String { self["unitName"] ?? vendor }
  private var still: String { until(in: .english).map { " until \($0)" } ?? "" }

  /// The sentences about orders that leave the straight way.
  var bendEnglish: String {
    switch kind {
    case .breachNoticed:
      "The commitment officer gives notice of a breach of \(order). Put it right\(end); after that the order may be terminated."
    case .disputeOpened:
      says("asks")
        ? "\(other) opened a dispute about \(order). Answer it\(end)."
        : says("byVendor")
          ? "\(vendor) opened a dispute about \(order). The commitment officer answers it\(end)."
          : "The commitment officer opened a dispute about \(order) with \(vendor). The vendor answers it\(end)."
    case .disputeEntry:
      "Something new was said or proposed in the dispute about \(order) with \(other). Open the order to read it."
    case .disputeAnswered:
      "The dispute about \(order) with \(other) was answered; the budget owner decides\(still)."
    case .disputeClosed:
      "The dispute about \(order) with \(other) was decided. Open the order to read the outcome."
    case .disputeUnanswered:
      "Nobody answered the dispute about \(order) with \(other) in time; the budget owner decides\(still)."
    case .disputeUndecided:
      "The dispute about \(order) with \(other) should have been decided by now. Please decide it."
    case .amendmentProposed: "A change of \(order) with \(other) was proposed. Answer it\(end)."
    case .amendmentAnswered:
      says("accepted")
        ? "The proposed change of \(order) with \(other) was agreed to."
        : "The proposed change of \(order) with \(other) was refused; the order stays as it was."
    case .cancellationProposed:
      "The other side proposes to cancel \(order) with \(other). Cancel it too, or go on with it."
    case .orderCancelled: "\(opening) with \(other) was cancelled by both sides."
    case .orderHeld: "\(opening) with \(other) is on hold\(still)."
    case .orderReleased: "The hold of \(order) with \(other) is over; the order goes on."
    case .inspectionOverdue:
      "\(opening) from \(vendor) was not inspected in time. Inspect it and sign, or refuse it."
    default: "The replacement of refused goods of \(order) from \(vendor) has not come in time."
    }
  }
}
