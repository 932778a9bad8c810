/// Where an order stands; the raw values are those of the API and the database.
package enum OrderState: String, Sendable, CaseIterable {
  case draft, submitted, issued, accepted
  case inFulfilment = "in_fulfilment"
  case delivered
  case handedOver = "handed_over"
  case invoiced
  case verifiedForPayment = "verified_for_payment"
  case paymentRequested = "payment_requested"
  case paymentApproved = "payment_approved"
  case paid, closed
  case rejected, declined, expired, cancelled, terminated

  /// Whether no transition leads out of the state; expired and declined orders can be reissued.
  package var isFinal: Bool {
    switch self {
    case .closed, .rejected, .cancelled, .terminated: true
    default: false
    }
  }

  /// Whether the order counts against its package's limit: from submission on, unless it came to nothing.
  package var isLive: Bool {
    switch self {
    case .draft, .rejected, .declined, .expired, .cancelled: false
    default: true
    }
  }

  /// Whether the vendor may see the order: from issue on.
  package var isVisibleToVendor: Bool {
    switch self {
    case .draft, .submitted, .rejected: false
    default: true
    }
  }
}
