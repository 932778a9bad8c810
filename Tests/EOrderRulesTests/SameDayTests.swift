import EOrderRules
import Testing

/// `TAX1`: what falls on a payment that is one with the vendor's others of the day.
@Suite struct SameDayTests {
  private func line(_ product: String, _ price: Rupiah, _ taxClass: TaxClass = .goods) -> LineFacts {
    LineFacts(
      productId: product, category: "c", taxClass: taxClass, unitPrice: price, priceIncludesVat: false,
      quantity: 1)
  }

  /// A payment of this price after the others, whose taxes are those that they got in this order.
  private func payments(
    _ prices: [Rupiah], _ taxClass: TaxClass = .goods, vat: Bool = false, mode: PaymentMode = .ls
  ) throws -> [Decision] {
    var made: [Decision] = []
    var others: [SameDayPayment] = []
    for (index, price) in prices.enumerated() {
      let lines = [line("p\(index)", price, taxClass)]
      var facts = OrderFacts(
        date: march, paymentMode: mode, procedure: .direct, vendor: .example(vatRegistered: vat), lines: lines
      )
      facts.sameDay = others
      let decision = try decide(facts, .example())
      made.append(decision)
      others.append(
        SameDayPayment(orderId: "o\(index)", number: "\(index)/EO", lines: lines, taxes: decision.taxes))
    }
    return made
  }

  @Test(
    arguments: [
      ([1_000_000, 999_999], 0), ([1_000_000, 1_000_000], 0), ([1_000_000, 1_000_001], 30_000),
      ([1_800_000, 1_600_000], 51_000), ([2_000_001, 1_000_000], 0),
    ] as [([Rupiah], Rupiah)])
  func `the later of two bears the tax on both`(prices: [Rupiah], withheld: Rupiah) throws {
    let made = try payments(prices)
    #expect(made[1].totals.withheld == withheld)
    #expect(made[1].violations.contains { $0.code == .paymentsTogether } == (withheld > .zero))
    let total = try made[1].totals.netToVendor.adding(withheld)
    #expect(total == made[1].totals.gross)
  }

  @Test func `the sheet says what was taxed together`() throws {
    let made = try payments([1_500_000, 1_500_000, 1_500_000])
    #expect(made.map(\.totals.withheld) == [0, 45_000, 22_500])
    let tax = try #require(made[2].taxes.first { $0.code == .pph22 })
    #expect(tax.base == 1_500_000 && tax.collectedBy == .treasurer)
    #expect(
      tax.shared?.tree
        == ["orders": ["0/EO", "1/EO"], "base": 4_500_000, "amount": 67_500, "taken": 45_000])
    let flag = try #require(made[2].violations.first { $0.code == .paymentsTogether })
    #expect(flag.severity == .warn && flag.explanation["sum"] == 4_500_000 && flag.explanation["count"] == 3)
  }

  @Test func `a tiny payment gives no more than it has`() throws {
    let made = try payments([2_000_000, 10_000])
    #expect(made[1].totals.withheld == 10_000 && made[1].totals.netToVendor == 0)
    let tax = try #require(made[1].taxes.first { $0.code == .pph22 })
    #expect(tax.base == 666_667, "what 10,000 is the tax on")
  }

  @Test func `what a tiny payment could not give is taken out of the next, each on its own part of the base`()
    throws
  {
    let made = try payments([10_000, 1_995_000, 5_000])
    #expect(made.map(\.totals.withheld) == [0, 30_075, 75])
    let shares = try payments([2_000_000, 10_000, 1_000_000]).compactMap {
      $0.taxes.first { $0.code == .pph22 }
    }
    #expect(
      shares.map(\.amount) == [0, 10_000, 35_150] && shares.map(\.base).dropFirst() == [666_667, 2_343_333])
    #expect(Ratio(15, 1000).map { try? $0.of(2_343_333) } == 35_150)
  }

  @Test func `value-added tax of the later is collected, that of the earlier stays with its invoice`() throws
  {
    let made = try payments([1_500_000, 1_000_000], vat: true)
    #expect(made.map(\.totals.vatCollected) == [0, 110_000])
    #expect(made[1].totals.withheld == 37_500)
    let services = try payments([1_500_000, 1_000_000], .service, vat: true)
    #expect(services.map(\.totals.vatCollected) == [0, 110_000])
    #expect(services.map(\.totals.withheld) == [30_000, 20_000], "services have no threshold")
  }

  @Test func `meals, services without value-added tax and the credit card are honest`() throws {
    for made in [
      try payments([1_500_000, 1_500_000], .catering), try payments([1_500_000, 1_500_000], .service),
    ] {
      #expect(made[0].totals == made[1].totals)
      #expect(!made[1].violations.contains { $0.code == .paymentsTogether })
    }
    let card = try payments([1_500_000, 1_500_000], mode: .kkpd)
    #expect(card[1].totals.withheld == 0 && !card[1].violations.contains { $0.code == .paymentsTogether })
  }
}
