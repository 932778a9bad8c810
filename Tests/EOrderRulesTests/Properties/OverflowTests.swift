import EOrderRules
import Testing

/// Amounts beyond all measure are an error of the rules, never a trap.
@Suite struct OverflowTests {
  @Test func `the largest numbers are decided or refused`() async throws {
    let wrong = try await Trials.complaints(Trials.count(60_000, long: 1_000_000), seed: 4) { orders, rules in
      var facts = orders.next(on: rules.day)
      for index in facts.lines.indices {
        facts.lines[index].unitPrice = Rupiah(Self.huge(&orders.numbers))
        facts.lines[index].quantity = Self.huge(&orders.numbers)
        facts.lines[index].standardPrice = Rupiah(Self.huge(&orders.numbers))
      }
      facts.vendor.turnoverYearToDate = Rupiah(Self.huge(&orders.numbers))
      facts.budgetAvailable = Rupiah(Self.huge(&orders.numbers))
      facts.initialGross = Rupiah(Self.huge(&orders.numbers))
      do {
        let totals = try decide(facts, rules).totals
        let parts = [totals.netToVendor, totals.vatCollected, totals.withheld]
        return try parts.total() == totals.gross ? nil : "\(totals) do not add up"
      } catch RulesError.overflow {
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  private static func huge(_ numbers: inout SeededNumbers) -> Int64 {
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: Int64.max - Int64.random(in: 0...2, using: &numbers)
    case 1: 1 << Int64.random(in: 0...62, using: &numbers)
    case 2: Int64.random(in: 1...Int64.max, using: &numbers)
    default: Int64.random(in: 1...100, using: &numbers)
    }
  }

  @Test func `a rate of an amount is rounded half up, or refused`() throws {
    let half = try #require(Ratio(1, 2))
    #expect(try half.of(3) == 2 && half.of(-3) == -1 && half.of(1) == 1)
    let most = try #require(Ratio(1_000_000_000, 1))
    #expect(throws: AmountOverflow.self) { try most.of(Rupiah(.max)) }
    #expect(throws: AmountOverflow.self) { try most.of(Rupiah(.min)) }
  }
}
