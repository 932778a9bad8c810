import EOrderRules
import FoundationEssentials
import Testing

/// Needs and offers as machines, and who may be selected.
@Suite struct OfferTests {
  @Test func everyNeedComesToAnEnd() {
    for start in NeedState.allCases {
      var reached: Set<NeedState> = [start]
      var grown = true
      while grown {
        grown = false
        for transition in NeedTransition.allCases {
          for state in reached where transition.leads(from: state) {
            grown = reached.insert(transition.rule.outcome(from: state)).inserted || grown
          }
        }
      }
      #expect(reached.contains(.ordered) || start == .cancelled, "\(start) never leads to an order")
      if start == .cancelled { #expect(reached == [.cancelled]) }
    }
  }

  /// Whatever is done in whatever order, an offer is read only after it was opened, and what has ended stays so.
  @Test(arguments: 0..<200)
  func offersKeepTheirSeal(_ seed: Int) {
    var random = Steps(seed: UInt64(seed))
    var state = OfferState.submitted
    var isOpened = false
    for _ in 0..<40 {
      let open = OfferTransition.allCases.filter { $0.leads(from: state) }
      guard let step = open.randomElement(using: &random) else { break }
      #expect(state != .withdrawn && state != .invalid, "\(step) leads out of \(state)")
      let after = step.rule.outcome(from: state)
      if step == .open { isOpened = true }
      #expect(isOpened || !after.isComparable, "\(step) shows what is sealed")
      #expect(
        step.rule.roles.isEmpty || isOpened || [.submit, .withdraw].contains(step), "\(step) by a person")
      state = after
    }
    #expect(OfferState.allCases.filter { OfferTransition.submit.leads(from: $0) }.isEmpty)
  }

  private struct Steps: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private func offer(
    _ id: String, _ gross: Int64, eligible: Bool = true, local: Bool = true, at second: Double = 0
  ) -> ComparedOffer {
    ComparedOffer(
      id: id, gross: Rupiah(gross), isEligible: eligible, isLocal: local,
      submittedAt: Date(timeIntervalSince1970: second))
  }

  @Test func cheapestComesFirst() {
    let offers = [
      offer("far", 900, local: false), offer("late", 900, at: 2), offer("early", 900, at: 1),
      offer("dear", 901),
    ]
    #expect(offers.ranked(preferringLocal: true).map(\.id) == ["early", "late", "far", "dear"])
    #expect(offers.ranked(preferringLocal: false).map(\.id) == ["far", "early", "late", "dear"])
    #expect(offers.reversed().ranked(preferringLocal: true).map(\.id) == ["early", "late", "far", "dear"])
  }

  @Test func selectionAsksForWhatIsMissing() throws {
    let rules = try Rulebook.example()
    let ranked = [offer("barred", 800, eligible: false), offer("lowest", 900), offer("dear", 950)]
    func held(_ id: String, reason: Bool = false, note: Bool = false, among offers: [ComparedOffer])
      -> [ViolationCode]
    {
      rules.heldAgainst(selecting: id, among: offers, hasReason: reason, hasNote: note).map(\.code)
    }
    #expect(held("lowest", among: ranked).isEmpty, "an offer that is barred is no lowest one")
    #expect(held("dear", among: ranked) == [.notLowestOffer])
    #expect(held("dear", reason: true, among: ranked).isEmpty)
    #expect(held("dear", among: [ranked[1], ranked[2]]) == [.notLowestOffer, .fewOffers])
    #expect(held("lowest", note: true, among: [ranked[1]]).isEmpty)
  }
}
