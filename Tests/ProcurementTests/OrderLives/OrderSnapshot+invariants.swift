import EOrderRules
import Foundation

@testable import Procurement

extension OrderSnapshot {
  /// What of the invariants of domain.md §7.4 does not hold, in words; empty where all do.
  func faults(cap: Int64) -> [String] {
    historyFaults + ledgerFaults + amountFaults(cap: cap) + dutyFaults
  }

  /// The history alone leads to the state, the people and what lies over the order.
  private var historyFaults: [String] {
    let told = ReplayedOrder(events)
    var faults = told.faults
    if told.state != state.rawValue {
      faults.append("told again it is \(told.state ?? "nothing"), it says \(state.rawValue)")
    }
    if told.duties != order.duties { faults.append("people: \(told.duties), it says \(order.duties)") }
    let overlays = Set(view.overlays.map(\.kind))
    if told.overlays != overlays { faults.append("overlays: \(told.overlays), it says \(overlays)") }
    if unaudited != 0 { faults.append("\(unaudited) events without audit entry") }
    let hasNumber = order.number != nil
    if hasNumber != events.contains(where: { $0.transition == "issue" }) {
      faults.append("number without issue")
    }
    return faults
  }

  private var ledgerFaults: [String] {
    let (gross, accepted) = (order.money.gross.amount, order.acceptedGross?.amount)
    let expected: [Int64]
    switch state {
    case .draft, .rejected, .declined, .expired, .cancelled: expected = [0, 0, 0]
    case .submitted: expected = [gross, 0, 0]
    case .paid, .closed: expected = [0, 0, accepted ?? -1]
    case .terminated: expected = [0, accepted ?? -1, 0]
    default: expected = [0, accepted ?? gross, 0]
    }
    var faults: [String] = []
    if moved != expected { faults.append("the line carries \(moved) for it, not \(expected)") }
    if Array(line[1...3]) != Array(line[4...6]) { faults.append("line \(line) is not its ledger") }
    if line[1...3].contains(where: { $0 < 0 }) || line[1] + line[2] + line[3] > line[0] {
      faults.append("line beyond its bounds: \(line)")
    }
    return faults
  }

  private func amountFaults(cap: Int64) -> [String] {
    var faults: [String] = []
    let money = order.money
    let (accepted, ordered) = (order.acceptedGross?.amount ?? 0, money.gross.amount)
    let due = money.netToVendor.amount + money.vatCollected.amount + money.withheld.amount
    if due != ordered { faults.append("net and taxes are \(due), not \(ordered)") }
    if view.lines.reduce(0, { $0 + $1.gross.amount }) != ordered { faults.append("lines are not \(ordered)") }
    // A draft is stored whatever the decision says of it.
    if state.isLive, !(accepted <= ordered && ordered <= cap) {
      faults.append("accepted \(accepted), ordered \(ordered), cap \(cap)")
    }
    if let paid, paid > accepted || paid != money.netToVendor.amount {
      faults.append("paid \(paid) of \(accepted)")
    }
    if (paid != nil) != [.paid, .closed].contains(state) { faults.append("paid in \(state)") }
    for line in view.lines where !(line.handedOver <= line.quantity && (line.accepted ?? 0) <= line.quantity)
    {
      faults.append("more of a line than was ordered")
    }
    for line in view.lines where line.accepted.map({ $0 < line.handedOver }) == true {
      faults.append("less of a line than was handed over")
    }
    return faults
  }

  /// The pairs of api.md §6 (Duties), by person.
  private var dutyFaults: [String] {
    let duties = order.duties
    let pairs: [(String, String?, String?)] = [
      ("create and issue", duties.createdBy, duties.issuedBy),
      ("submit and issue", duties.submittedBy, duties.issuedBy),
      ("issue and request", duties.issuedBy, duties.requestedBy),
      ("issue and pay", duties.issuedBy, duties.paidBy),
      ("create and inspect", duties.createdBy, duties.inspectedBy),
      ("inspect and request", duties.inspectedBy, duties.requestedBy),
      ("inspect and pay", duties.inspectedBy, duties.paidBy),
      ("request and approve", duties.requestedBy, duties.approvedBy),
      ("issue and approve", order.kpaAsPPK ? nil : duties.issuedBy, duties.approvedBy),
    ]
    let lists = [
      ("issue and pay at any time", duties.issuers, duties.payers),
      ("inspect and pay at any time", duties.inspectors, duties.payers),
      ("request and approve at any time", duties.requesters, duties.approvers),
      ("submit and issue at any time", duties.submitters, duties.issuers),
      ("create and issue at any time", [duties.createdBy].compactMap(\.self), duties.issuers),
    ]
    return pairs.filter { $0.1 != nil && $0.1 == $0.2 }.map { "one person has \($0.0)" }
      + lists.filter { !Set($0.1).isDisjoint(with: $0.2) }.map { "one person has \($0.0)" }
  }
}
