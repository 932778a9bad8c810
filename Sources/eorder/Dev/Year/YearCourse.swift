import EOrderRules

/// What becomes of an order.
enum YearCourse: String, Sendable, CaseIterable {
  case paid, late, quick, abandoned, discarded, returned, rejected, withdrawn, declined, expired, amended,
    held
  case amendmentRefused, amendmentForgotten, cancelled, partly, less, mended, terminated, terminatedInPart
  case disputed, disputeRedone, disputeEnded, queried, closedEarly, heldForLong, declinedForGood,
    expiredForGood
  /// A rule stops it and the officer gives it up; a rule stops it until the verifier has looked at the price.
  case barred, repriced

  /// How often each happens among a thousand.
  static let weights: [(YearCourse, Int)] = [
    (.paid, 640), (.late, 110), (.abandoned, 14), (.discarded, 10), (.returned, 24), (.rejected, 16),
    (.withdrawn, 8), (.declined, 10), (.declinedForGood, 10), (.expired, 16), (.expiredForGood, 12),
    (.amended, 14), (.amendmentRefused, 4), (.amendmentForgotten, 4), (.cancelled, 6), (.partly, 16),
    (.less, 16),
    (.mended, 14), (.terminated, 5), (.terminatedInPart, 4), (.disputed, 6), (.disputeRedone, 3),
    (.disputeEnded, 3), (.queried, 20), (.closedEarly, 6), (.held, 6), (.heldForLong, 3),
  ]

  /// The steps after the draft is there, in their order.
  var acts: [YearAct] {
    switch self {
    case .abandoned: []
    case .discarded: [.init(.discard, .officer, .days(1...6))]
    case .returned:
      submitted + [.init(.return, .commitment, .days(0...2))] + submitted + issued + contract() + bill()
    case .barred: [tried, .init(.discard, .officer, .days(1...3))]
    case .repriced:
      [tried, .init(.submit, .officer, .days(4...4))] + issued + contract() + bill()
    case .rejected: submitted + [.init(.reject, .commitment, .days(0...3))]
    case .withdrawn: submitted + issued + [.init(.withdraw, .commitment, .hours(1...4))]
    case .declined: submitted + issued + [declined, reissued] + contract() + bill()
    case .declinedForGood: submitted + issued + [declined]
    case .expired: submitted + issued + [.init(.reissue, .commitment, .days(5...6))] + contract() + bill()
    case .expiredForGood: submitted + issued
    case .amended, .amendmentRefused:
      submitted + issued + [accepted] + amendment + delivery + [signed] + bill()
    case .amendmentForgotten:
      submitted + issued + [accepted, amend, .init(.startDelivery, .vendor, .days(5...7))] + arrival + [
        signed
      ] + bill()
    case .cancelled:
      submitted + issued + [
        accepted, .init(.cancelMutual, .commitment, .days(0...1)),
        .init(.cancelMutual, .vendor, .hours(2...20)),
      ]
    case .partly:
      submitted + issued + [accepted, started, .init(.partialHandover, .commitment, .days(1...2))] + arrival
        + [signed]
        + bill()
    case .mended:
      submitted + issued
        + contract(ending: [.init(.inspectReject, .commitment, .hours(1...5))] + arrival + [signed])
        + bill()
    case .terminated: submitted + issued + [accepted, started] + termination
    case .terminatedInPart:
      submitted + issued + [accepted, started, .init(.partialHandover, .commitment, .days(1...2))]
        + termination
    case .disputed: submitted + issued + contract(ending: dispute + [signed]) + bill()
    case .disputeRedone: submitted + issued + contract(ending: dispute + arrival + [signed]) + bill()
    case .disputeEnded: submitted + issued + contract(ending: dispute)
    case .queried:
      submitted + issued + contract()
        + [invoiced, .init(.query, .treasurer, .days(0...1))] + bill()
    case .held:
      submitted + issued + contract()
        + [.init(.hold, .owner, .hours(1...5)), .init(.release, .owner, .days(1...3))] + bill()
    case .heldForLong:
      submitted + issued + contract() + [
        .init(.hold, .owner, .hours(1...5)), .init(.invoice, .vendor, .days(9...11)),
      ]
        + payment(.days(0...2))
    case .late: submitted + issued + contract() + [invoiced] + payment(.days(4...14)) + rated
    case .quick:
      [
        .init(.submit, .officer, .seconds(60...90)), .init(.issue, .commitment, .seconds(120...180)),
        .init(.accept, .vendor, .seconds(90...150)),
      ] + delivery + [signed] + bill()
    case .closedEarly: submitted + issued + contract() + bill() + [.init(.close, .commitment, .days(1...3))]
    case .paid, .less: submitted + issued + contract() + bill() + rated
    }
  }

  private var submitted: [YearAct] { [.init(.submit, .officer, .hours(0...4))] }
  private var tried: YearAct { YearAct(.submit, .officer, .hours(2...3), isTried: true) }
  private var issued: [YearAct] { [.init(.issue, .commitment, .days(0...2))] }
  private var accepted: YearAct { .init(.accept, .vendor, .hours(1...11)) }
  private var declined: YearAct { .init(.decline, .vendor, .hours(2...11)) }
  private var reissued: YearAct { .init(.reissue, .commitment, .days(1...3)) }
  private var started: YearAct { .init(.startDelivery, .vendor, .days(1...4)) }
  private var signed: YearAct { .init(.inspectOk, .commitment, .hours(1...20)) }
  private var invoiced: YearAct { .init(.invoice, .vendor, .days(0...3)) }
  private var amend: YearAct { .init(.amend, .commitment, .hours(2...20)) }
  private var amendment: [YearAct] { [amend, .init(.answerAmendment, .vendor, .hours(1...18))] }
  private var arrival: [YearAct] {
    [.init(.arrive, .technical, .days(0...3)), .init(.inspectOk, .technical, .hours(0...3))]
  }
  private var delivery: [YearAct] { [started] + arrival }
  private var termination: [YearAct] {
    [.init(.terminate, .commitment, .days(2...5)), .init(.terminate, .commitment, .days(4...6))]
  }
  private var dispute: [YearAct] {
    [
      .init(.openDispute, .commitment, .hours(1...5)), .init(.answerDispute, .vendor, .days(1...2)),
      .init(.closeDispute, .owner, .days(1...4)),
    ]
  }
  private var rated: [YearAct] {
    [.init(.rate, .commitment, .days(0...4)), .init(.rate, .vendor, .days(0...6))]
  }

  private func contract(ending: [YearAct]? = nil) -> [YearAct] {
    [accepted] + delivery + (ending ?? [signed])
  }

  private func bill() -> [YearAct] { [invoiced] + payment(.days(0...2)) }

  private func payment(_ wait: YearWait) -> [YearAct] {
    [
      .init(.verify, .verifier, .hours(1...20)), .init(.requestPayment, .treasurer, .hours(1...6)),
      .init(.approvePayment, .owner, .hours(1...8)), .init(.confirmPaid, .payer, wait),
    ]
  }
}

/// One step, who does it, and how long after the one before.
struct YearAct: Sendable {
  let transition: OrderTransition
  let seat: YearSeat
  let wait: YearWait
  /// Whether a rule is expected to stop it.
  let isTried: Bool

  init(_ transition: OrderTransition, _ seat: YearSeat, _ wait: YearWait, isTried: Bool = false) {
    self.isTried = isTried
    self.transition = transition
    self.seat = seat
    self.wait = wait
  }
}
