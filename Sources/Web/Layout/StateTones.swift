import EOrderRules

/// How a state, a notice or a button is coloured; its words carry the meaning.
enum Tone: String, Sendable {
  case neutral, info, good, warn, bad
}

/// A state that is shown as a badge.
protocol ShownState: Phrase {
  var tone: Tone { get }
}

extension OrderState: ShownState {
  var tone: Tone {
    switch self {
    case .draft: .neutral
    case .submitted, .issued, .delivered, .invoiced, .paymentRequested: .warn
    case .accepted, .inFulfilment, .handedOver, .verifiedForPayment, .paymentApproved: .info
    case .paid, .closed: .good
    case .rejected, .declined, .expired, .cancelled, .terminated: .bad
    }
  }
}

extension VendorState: ShownState {
  var tone: Tone {
    switch self {
    case .draft, .lapsed: .neutral
    case .submitted, .returned: .warn
    case .verified: .good
    case .rejected, .suspended, .blacklisted: .bad
    }
  }
}

extension ProductState: ShownState {
  var tone: Tone {
    switch self {
    case .draft, .delisted: .neutral
    case .inCuration: .warn
    case .listed: .good
    }
  }
}

extension Role: Phrase {}
