import EOrderRules
import Testing

@Suite struct VendorMachineTests {
  @Test(
    arguments: [
      (VendorState.draft, [VendorTransition.submit]), (.submitted, [.verify, .return, .reject]),
      (.returned, [.submit]), (.lapsed, [.submit]), (.verified, [.suspend]),
      (.suspended, [.reinstate, .blacklist]), (.blacklisted, [.reinstate]), (.rejected, []),
    ])
  func `each state of a vendor has its transitions`(state: VendorState, expected: [VendorTransition]) {
    #expect(allowedTransitions(state: state, roles: Set(Role.allCases)) == expected)
  }

  @Test(
    arguments: [
      (ProductState.draft, [ProductTransition.submit]), (.inCuration, [.list, .return]), (.listed, [.delist]),
      (.delisted, [.submit]),
    ])
  func `each state of a product has its transitions`(state: ProductState, expected: [ProductTransition]) {
    #expect(allowedTransitions(state: state, roles: Set(Role.allCases)) == expected)
  }

  @Test func `nobody does another's work`() {
    #expect(allowedTransitions(state: VendorState.submitted, roles: [.vendorOwner, .auditor]) == [])
    #expect(allowedTransitions(state: VendorState.suspended, roles: [.verifier]) == [.reinstate])
    #expect(allowedTransitions(state: ProductState.inCuration, roles: [.vendorOwner]) == [])
  }

  @Test(arguments: [(110_000, false), (110_001, true), (90_000, false), (89_999, true)])
  func `a price that jumps goes back to curation`(new: Int, needed: Bool) {
    #expect(needsCuration(price: 100_000, changedTo: Rupiah(Int64(new)), share: Ratio(1, 10)!) == needed)
  }
}
