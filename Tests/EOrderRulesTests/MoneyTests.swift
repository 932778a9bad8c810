import EOrderRules
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [(1, 0), (2, 1), (3, 1), (-1, 0), (-2, -1), (-3, -1), (0, 0)])
  func `a third is rounded to the nearest`(amount: Int, third: Int) throws {
    #expect(try Ratio(1, 3)!.of(Rupiah(Int64(amount))) == Rupiah(Int64(third)))
  }

  @Test(arguments: [(1, 1), (3, 2), (5, 3), (-1, 0), (-3, -1)])
  func `a half goes up`(amount: Int, half: Int) throws {
    #expect(try Ratio(1, 2)!.of(Rupiah(Int64(amount))) == Rupiah(Int64(half)))
  }

  @Test func `the edges of the range`() throws {
    #expect(try Ratio.one.of(Rupiah(.max)) == Rupiah(.max))
    #expect(try Ratio.one.of(Rupiah(.min)) == Rupiah(.min))
    #expect(throws: AmountOverflow.self) { try Ratio(3, 2)!.of(Rupiah(.max)) }
    #expect(throws: AmountOverflow.self) { try Rupiah(.max).adding(1) }
    #expect(throws: AmountOverflow.self) { try Rupiah(.min).subtracting(1) }
    #expect(throws: AmountOverflow.self) { try Rupiah(.max).times(2) }
  }

  @Test(
    arguments: [
      ("15/1000", Ratio(3, 200)), ("0.9", Ratio(9, 10)), ("1", Ratio(1, 1)), ("0.600", Ratio(3, 5)),
      ("1/0", nil),
      ("-1/2", nil), ("1/2/3", nil), (".5", nil), ("0.", nil), ("", nil), ("1e2", nil),
    ])
  func `fractions are read exactly`(text: String, ratio: Ratio?) { #expect(Ratio(text) == ratio) }
}
