import EOrderRules
import Foundation
import Postgres

extension OrderSituation {
  /// Whether everything that was handed over was billed and paid part by part, so that no invoice is left to send.
  var isPaidInParts: Bool {
    guard !parts.isEmpty, parts.allSatisfy(\.isPaidApart) else { return false }
    return (try? order.money.totals.subtracting(try parts.apart()).gross) == .zero
  }
}

extension OrderStep {
  /// The service looks at once whether this step left anything to bill with the order.
  var settling: [SQL] {
    mayBePaidInParts ? [HiddenTimer.settle.start(order: order.id, due: caller.now)] : []
  }

  /// Whether this step may have been the last that was missing.
  private var mayBePaidInParts: Bool {
    let others = situation.parts.filter { $0.id != part?.id }
    guard !situation.parts.isEmpty, others.allSatisfy(\.isPaidApart) else { return false }
    guard part != nil else { return !isProposal && nextState == .handedOver }
    return transition == .confirmPaid && order.state == .handedOver
  }

  /// The order counts as paid on the day of its last part.
  mutating func prepareSettling() {
    let last = situation.parts.compactMap { $0.payment?.paidOn }.max()
    changes.append("paid_at = \(caller.now), paid_on = \(last), paid_amount = 0")
  }
}

extension OrderPart {
  fileprivate var isPaidApart: Bool { isApart && state == .paid }
}
