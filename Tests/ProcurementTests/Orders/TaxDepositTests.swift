import EOrderRules
import StrictJSON
import Testing

@testable import Procurement

@Suite struct TaxDepositTests {
  @Test(arguments: TaxCode.allCases.map(\.rawValue) + ["411211", "411128-420"])
  func `a deposit names a tax or an account of the state's revenue`(_ code: String) {
    #expect(TransitionInput.depositCode.matches(code))
  }

  @Test(arguments: ["PPN2", "PBJT", "41121", "4111284", "411128-42", "411128 420", ""])
  func `it names nothing else`(_ code: String) {
    #expect(!TransitionInput.depositCode.matches(code))
  }
}
