/// Where a flag stands; the raw values are those of the API and the database.
package enum FlagState: String, Sendable, CaseIterable {
  /// Raised, and nobody has looked at it yet.
  case open
  /// The auditor has asked the commitment officer.
  case asked
  /// The commitment officer has explained.
  case explained
  /// The auditor is content.
  case accepted
  /// The auditor has passed it on.
  case escalated
}

/// What can be done with a flag; the raw values are the spelling in URLs and in the history.
package enum FlagTransition: String, Sendable, CaseIterable {
  case raise
  /// The facts behind it are others than before.
  case renew
  /// The commitment officer justified the order while issuing it.
  case justify
  case ask, explain, accept, escalate

  /// The row of the state machine.
  package var rule: TransitionRule<FlagState> {
    switch self {
    case .raise: .init([], to: .open, by: [], bySystem: true)
    case .renew: .init(Set(FlagState.allCases), to: nil, by: [], bySystem: true)
    case .justify: .init(Set(FlagState.allCases), to: nil, by: [.commitmentOfficer])
    case .ask: .init([.open, .explained], to: .asked, by: [.auditor], reason: .required)
    case .explain: .init([.open, .asked], to: .explained, by: [.commitmentOfficer], reason: .required)
    case .accept:
      .init([.open, .asked, .explained], to: .accepted, by: [.auditor], reason: .required)
    case .escalate:
      .init([.open, .asked, .explained], to: .escalated, by: [.auditor], reason: .required)
    }
  }

  /// Those that a person takes on the flag itself.
  package static let ofPeople: [FlagTransition] = [.ask, .explain, .accept, .escalate]

  /// Whether it may be done in that state.
  package func leads(from state: FlagState) -> Bool { rule.from.contains(state) }

  /// The state afterwards: what was accepted with other facts is looked at again.
  package func outcome(from state: FlagState) -> FlagState {
    self == .renew && state == .accepted ? .open : rule.outcome(from: state)
  }
}

extension ViolationCode {
  /// Whether it is a red flag of domain.md §7.6, which an auditor follows up.
  package var isFlag: Bool {
    switch self {
    case .splitPackage, .splitCategory, .splitVendor, .nearThreshold, .plannedTogether, .paymentsTogether,
      .repeatedPair, .haste, .newProduct, .priceChanged, .abovePriceMedian, .conflictOfInterest,
      .shortPeriod, .singleOffer, .closeToWinner, .identicalPrices, .othersDisqualified, .lowestDisqualified,
      .oftenDisqualified, .variedVendor, .heavyDiscount:
      true
    default: false
    }
  }
}

extension Violation {
  /// Whether the auditor hears of it though the order was refused: an attempt at it says something by itself,
  /// while a changed price only waits for its curation.
  package var concernsAuditorWhenRefused: Bool {
    code.isFlag && severity == .block && code != .priceChanged
  }
}
