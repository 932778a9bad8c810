import EOrderRules
import StrictJSON
import Testing

@testable import Procurement

@Suite struct RuleProblemWordsTests {
  @Test func `a looser setting is too large or too small by its bound`() {
    let above = RuleProblemWords(RuleProblem(.looser("9", than: .province), bound: .atMost("7")))
    let below = RuleProblemWords(RuleProblem(.looser("29", than: .nation), bound: .atLeast("30")))
    #expect(above.code == .tooLarge && above.bound?.id == "paling banyak 7")
    #expect(below.code == .tooSmall && below.bound?.id == "paling sedikit 30")
  }

  @Test func `what cannot be changed is none of what may be chosen`() {
    for fault in [RuleFault.setOnce, .fixedAtJoining, .differsFromNation("3"), .approvedSince(version: "2")] {
      #expect(RuleProblemWords(RuleProblem(fault)).code == .notOneOf)
    }
  }

  @Test func `a conflict names the key that stands against it, in both languages`() {
    let words = RuleProblemWords(RuleProblem(.aboveOrderCap("50000000"), bound: .atMost("40000000")))
    #expect(words.reason.id.contains("order.cap_gross") && words.reason.en.contains("order.cap_gross"))
    #expect(words.bound?.en == "at most 40000000")
  }
}
