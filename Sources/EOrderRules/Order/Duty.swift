/// An act on an order that some other act excludes for the same person.
package enum Duty: String, Sendable, CaseIterable {
  case create, submit, issue
  case inspect = "inspect-ok"
  case requestPayment = "request-payment"
  case approvePayment = "approve-payment"
  case pay = "confirm-paid"

  /// The duty that a transition is; nil where it is none.
  package init?(_ transition: OrderTransition) {
    switch transition {
    // Who reissues an order binds the province by it, as who issued it.
    case .reissue: self = .issue
    // A part that is handed over is accepted as the whole would be.
    case .partialHandover: self = .inspect
    default: self.init(rawValue: transition.rawValue)
    }
  }

  /// The pairs that one person may never hold on one order (Perpres 16/2018 Art. 10–13, UU 1/2004).
  package static let separated: [(Duty, Duty)] = [
    (.create, .issue), (.submit, .issue),
    (.issue, .requestPayment), (.issue, .pay),
    (.create, .inspect),
    (.inspect, .requestPayment), (.inspect, .pay),
    (.requestPayment, .approvePayment),
  ]

  /// The pair that holds unless the budget owner acts as commitment officer (`sod.kpa_as_ppk`).
  package static let separatedUnlessBudgetOwnerCommits: (Duty, Duty) = (.issue, .approvePayment)

  /// The duties that exclude this one.
  package func excluded(kpaAsPPK: Bool) -> [Duty] {
    let pairs = Duty.separated + (kpaAsPPK ? [] : [Duty.separatedUnlessBudgetOwnerCommits])
    return pairs.compactMap { $0 == self ? $1 : $1 == self ? $0 : nil }
  }
}

/// Why a person may not do something on an order: they already did what excludes it.
package struct DutyConflict: Hashable, Sendable {
  /// What the person wants to do.
  package let performing: Duty
  /// What the person has done.
  package let held: Duty
}
