import EOrderRules
import Testing

/// Every tax that is taken can be told from the rate of the law to the last rupiah.
@Suite struct TaxExplanationTests {
  @Test func `every tax of every order is explained, and what is told is its amount`() async throws {
    let wrong = try await Trials.complaints(Trials.count(60_000, long: 1_000_000), seed: 7) { orders, rules in
      let facts = Self.order(&orders, on: rules.day)
      for tax in try assessTaxes(facts, rules).taxes where tax.amount > .zero {
        if let complaint = Self.complaint(tax, facts, rules) { return "\(complaint): \(tax)" }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test func `so is every tax of an order that comes in parts`() async throws {
    let wrong = try await Trials.complaints(Trials.count(20_000, long: 300_000), seed: 8) { orders, rules in
      let facts = Self.order(&orders, on: rules.day)
      var (sum, made): ([LineFacts], [PartAssessment]) = ([], [])
      for line in facts.lines {
        sum.append(line)
        var soFar = facts
        soFar.lines = sum
        soFar.whole = facts.lines
        made.append(try assessPart(soFar: soFar, part: [line], before: made, rules))
      }
      let together = try made.taxesTogether()
      for tax in made.flatMap(\.taxes) + together where tax.amount > .zero {
        guard let told = tax.explanation(rules.national) else { return "not explained: \(tax)" }
        if told.amount != tax.amount { return "another sum is told: \(tax)" }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  /// An order with luxuries among its lines, and sometimes another payment of the day.
  private static func order(_ orders: inout RandomOrders, on day: Day) -> OrderFacts {
    var facts = orders.next(on: day)
    for index in facts.lines.indices where orders.numbers.oneIn(6) { facts.lines[index].isLuxury = true }
    if orders.numbers.oneIn(3) {
      let other = LineFacts(
        productId: "other", category: "stationery", taxClass: .goods, unitPrice: 1_900_000,
        priceIncludesVat: false, quantity: 1)
      facts.sameDay = [SameDayPayment(orderId: "o1", number: "1/EO", lines: [other], taxes: [])]
    }
    return facts
  }

  private static func complaint(_ tax: TaxLine, _ facts: OrderFacts, _ rules: Rulebook) -> String? {
    guard let told = tax.explanation(rules.national) else { return "not explained" }
    let isShared = tax.shared != nil
    let rounded = told.why == .rounding ? abs(told.difference.amount) : 0
    return first([
      ("the sum is the amount", told.amount == (tax.shared?.amount ?? tax.amount)),
      ("what is shared comes to no less", !isShared || tax.amount <= told.amount),
      ("a reason for each difference", (told.why == nil) == (told.difference == .zero)),
      ("no more is rounded than there are lines", rounded <= max(2, tax.lines.count)),
      ("a surcharge only without a number", told.surcharge == .one || facts.vendor.npwp == nil),
      ("luxury only of luxuries", told.why != .luxury || facts.lines.contains(where: \.isLuxury)),
      ("nothing comes after of an order in one piece", told.why != .bandPassed),
      ("the band only of those in it", told.why != .exemptBand || facts.vendor.exemptBandStatement),
    ])
  }

  @Test(
    arguments: [
      (.goods, .cv, 3_000_000, 90_000, "2/1"), (.catering, .cv, 4_500_000, 180_000, "2/1"),
      (.service, .individual, 3_000_000, 90_000, "6/5"),
    ] as [(TaxClass, LegalForm, Int64, Rupiah, String)])
  func `without a taxpayer number the rate is raised, and the explanation says by what`(
    taxClass: TaxClass, form: LegalForm, price: Int64, amount: Rupiah, surcharge: String
  ) throws {
    let vendor = VendorFacts.example(form, vatRegistered: false, npwp: nil)
    let facts = OrderFacts.example(price, taxClass, vendor: vendor)
    let tax = try #require(try assessTaxes(facts, .example()).taxes.first)
    let told = try #require(tax.explanation(.example()))
    #expect(tax.amount == amount && told.amount == amount && told.difference == .zero)
    #expect(told.surcharge.description == surcharge)
    #expect(told.rate > told.plainRate)
  }

  @Test func `lines that round by themselves are told with the rupiah that comes to it`() throws {
    var facts = OrderFacts.example(33_333, vendor: .example(vatRegistered: true))
    facts.lines += [facts.lines[0], facts.lines[0]]
    let tax = try #require(try assessTaxes(facts, .example()).taxes.first { $0.code == .ppn })
    let told = try #require(tax.explanation(.example()))
    #expect(told.reckoned == 11_000 && told.difference == 1 && told.why == .rounding && told.amount == 11_001)
  }

  @Test func `what falls within the exempt band is told`() throws {
    var vendor = VendorFacts.example(.individual, vatRegistered: false)
    vendor.finalTaxLetter = TaxLetter(number: "K", validUntil: "2027-12-31")
    vendor.exemptBandStatement = true
    vendor.turnoverYearToDate = 498_000_000
    let facts = OrderFacts.example(4_500_000, .catering, vendor: vendor)
    let tax = try #require(try assessTaxes(facts, .example(["tax.umkm_crossing": "SPLIT"])).taxes.first)
    let told = try #require(tax.explanation(.example()))
    #expect(told.reckoned == 22_500 && told.difference == -10_000 && told.why == .exemptBand)
  }
}
