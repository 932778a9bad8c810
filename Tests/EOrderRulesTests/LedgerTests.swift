import EOrderRules
import Testing

@Suite struct LedgerTests {
  @Test func `an order paid in full has moved from reserve to realised`() throws {
    let way: [OrderTransition] = [
      .submit, .return, .submit, .issue, .expire, .reissue, .accept, .startDelivery, .arrive, .inspectOk,
      .invoice, .query, .invoice, .verify, .requestPayment, .approvePayment, .confirmPaid, .close,
    ]
    var (reserved, committed, realised): (Rupiah, Rupiah, Rupiah) = (0, 0, 0)
    for step in way {
      let effect = try step.ledgerEffect(gross: 1_000, accepted: 900)
      reserved = try reserved.adding(effect.reserved)
      committed = try committed.adding(effect.committed)
      realised = try realised.adding(effect.realised)
      #expect(reserved >= 0 && committed >= 0 && realised >= 0)
    }
    #expect((reserved, committed, realised) == (0, 0, 900))
  }

  @Test(arguments: [
    [OrderTransition.submit, .reject], [.submit, .issue, .withdraw], [.submit, .issue, .decline],
  ])
  func `an order that came to nothing gives everything back`(way: [OrderTransition]) throws {
    let taken = try way.map { try $0.ledgerEffect(gross: 700, accepted: 700).taken() }.total()
    #expect(taken == 0)
  }

  @Test func `the edge is an error`() {
    #expect(throws: AmountOverflow.self) {
      try OrderTransition.issue.ledgerEffect(gross: Rupiah(.min), accepted: 0)
    }
  }
}
