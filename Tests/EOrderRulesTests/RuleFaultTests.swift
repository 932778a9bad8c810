import Testing

@testable import EOrderRules

@Suite struct RuleFaultTests {
  private func problem(_ text: String, _ type: RuleType, isQuoted: Bool = false) -> RuleProblem? {
    switch RuleScalar(text: text, isQuoted: isQuoted).read(as: type) {
    case .success: nil
    case .failure(let problem): problem
    }
  }

  @Test func `a value of the wrong form tells its kind and its bound as values`() {
    #expect(problem("3", .integer(6...48)) == RuleProblem(.outOfBounds("3"), bound: .between("6", "48")))
    #expect(problem("0", .integer(1...Int64.max)) == RuleProblem(.outOfBounds("0"), bound: .from("1")))
    #expect(problem("x", .integer(1...2)) == RuleProblem(.wholeNumberDue))
    #expect(problem("yes", .flag) == RuleProblem(.truthDue))
    #expect(problem("12", .text(maximum: 5)) == RuleProblem(.textDue(.number)))
    #expect(
      problem("abcdef", .text(maximum: 5)) == RuleProblem(.wrongLength, bound: .characters(5)))
    #expect(problem("CASH", .oneOf(["UP", "GU"])) == RuleProblem(.notAllowed, bound: .oneOf(["UP", "GU"])))
    #expect(
      problem("red", .formatted(.colour), isQuoted: true)
        == RuleProblem(.wrongForm, bound: .form(.colour)))
  }

  @Test func `the words of the commands come from the kind`() {
    #expect(
      RuleProblem(.aboveNation("8"), bound: .atMost("7")).description
        == "8 is above the national limit; allowed: at most 7")
    #expect(RuleProblem(.valueMissing).description == "the key has no value")
    #expect(RuleProblem(.aboveOrderCap("50")).reason.contains("order.cap_gross"))
    #expect(
      RuleProblem(.looser("29", than: .nation), bound: .atLeast("30")).description
        == "29 is looser than the national rules; allowed: at least 30")
  }
}
