import Authentication
import EOrderRules
import Foundation
import StrictJSON

/// A dispute lets what is undisputed be paid (domain.md §7.4, `open_dispute`). Where it is about all that a payment
/// comes to, nothing is: the sum that it names is not smaller, or it names none and was opened before the goods were
/// handed over, so that it is about the goods themselves.
extension OverlayRecord {
  func disputesAll(of payment: Rupiah, handedOverAt: Date?) -> Bool {
    guard kind == .disputeOpen else { return false }
    if let amount = detail["amount"]?.int64 { return Rupiah(amount) >= payment }
    return handedOverAt.map { at < $0 } ?? false
  }
}

extension OrderTransition {
  /// Whether the step brings money nearer to the vendor.
  var isPayment: Bool { [.requestPayment, .approvePayment, .confirmPaid].contains(self) }
}

extension [OverlayRecord] {
  /// Whether this person opened the dispute: a budget owner who complained as commitment officer leaves the decision to
  /// another budget owner (Perpres 16/2018 Art. 7).
  func isOwnDispute(of actor: Actor) -> Bool { self[.disputeOpen]?.person == actor.person }

  /// Whether the order's own payment is disputed as a whole.
  func disputeAll(of order: OrderRecord, _ parts: [OrderPart]) -> Bool {
    guard let dispute = self[.disputeOpen],
      let rest = try? order.money.totals.subtracting(try parts.apart()).gross
    else { return false }
    return dispute.disputesAll(of: rest, handedOverAt: parts.map(\.handedOverAt).max())
  }

  /// Whether all that a part comes to is disputed: the whole order is, or the goods were when the part was handed over.
  func disputeAll(of part: OrderPart, _ order: OrderRecord) -> Bool {
    self[.disputeOpen]?.disputesAll(of: order.money.gross, handedOverAt: part.handedOverAt) ?? false
  }
}
