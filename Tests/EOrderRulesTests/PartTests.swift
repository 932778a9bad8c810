import EOrderRules
import Testing

@Suite struct PartTests {
  private func lines(_ quantity: Int64, of price: Rupiah, includesVat: Bool) -> [LineFacts] {
    [
      LineFacts(
        productId: "p1", category: "c", taxClass: .goods, unitPrice: price, priceIncludesVat: includesVat,
        quantity: quantity)
    ]
  }

  private func facts(
    _ quantity: Int64, of price: Rupiah, whole: Int64, includesVat: Bool = false, vat: Bool = true
  ) -> OrderFacts {
    var facts = OrderFacts(
      date: march, paymentMode: .ls, procedure: .direct, vendor: .example(vatRegistered: vat),
      lines: lines(quantity, of: price, includesVat: includesVat))
    facts.whole = lines(whole, of: price, includesVat: includesVat)
    return facts
  }

  private func parts(
    _ quantities: [Int64], of price: Rupiah, includesVat: Bool = false, vat: Bool = true
  ) throws -> [PartAssessment] {
    var (made, sum): ([PartAssessment], Int64) = ([], 0)
    for quantity in quantities {
      sum += quantity
      made.append(
        try assessPart(
          soFar: facts(
            sum, of: price, whole: quantities.reduce(0, +), includesVat: includesVat, vat: vat),
          part: lines(quantity, of: price, includesVat: includesVat), before: made, .example()))
    }
    return made
  }

  @Test func `a part below the threshold of a whole above it is taxed`() throws {
    let parts = try parts([1, 2], of: 1_000_000)
    #expect(parts.map(\.totals.priceExVat) == [1_000_000, 2_000_000])
    #expect(parts.map(\.totals.vatCollected) == [110_000, 220_000])
    #expect(parts.map(\.totals.withheld) == [15_000, 30_000])
    #expect(parts[0].taxes.map(\.code) == [.ppn, .pph22])
    #expect(parts[1].taxes.map(\.base) == [2_000_000, 2_000_000])
  }

  @Test func `a whole at the threshold leaves its parts alone`() throws {
    let parts = try parts([1, 1], of: 1_000_000, vat: false)
    #expect(parts.map(\.totals.withheld) == [0, 0])
    #expect(parts.map(\.totals.netToVendor) == [1_000_000, 1_000_000])
    #expect(parts.flatMap(\.taxes).isEmpty)
  }

  /// A vendor that was taxed otherwise when its first part was paid: nothing of that is set off against another tax.
  @Test(arguments: [(1, 9, 45_000), (3, 1, 5_000), (5, 5, 25_000)] as [(Int64, Int64, Rupiah)])
  func `a letter counts for what is paid after it came`(first: Int64, rest: Int64, withheld: Rupiah) throws {
    let whole = first + rest
    let paid = try assessPart(
      soFar: facts(first, of: 1_000_000, whole: whole),
      part: lines(first, of: 1_000_000, includesVat: false),
      before: [], .example())
    var sum = facts(whole, of: 1_000_000, whole: whole)
    sum.vendor.finalTaxLetter = TaxLetter(number: "S-1", validUntil: "2099-12-31")
    let part = try assessPart(
      soFar: sum, part: lines(rest, of: 1_000_000, includesVat: false), before: [paid], .example())
    #expect(part.totals.withheld == withheld)
    #expect(part.taxes.map(\.code) == [.ppn, .pphFinal])
    #expect(try part.taxes.map(\.amount).total() == part.totals.vatCollected.adding(withheld))
    #expect(part.totals.gross == (try Rupiah(1_110_000).times(rest)))
  }

  @Test func `what was paid within the band stays free, what comes after it is taxed by itself`() throws {
    var sum = facts(1, of: 3_000_000, whole: 3, vat: false)
    sum.vendor.legalForm = .individual
    sum.vendor.finalTaxLetter = TaxLetter(number: "S-1", validUntil: "2099-12-31")
    sum.vendor.exemptBandStatement = true
    sum.vendor.turnoverYearToDate = 497_000_000
    let one = lines(1, of: 3_000_000, includesVat: false)
    let first = try assessPayment(soFar: sum, part: one, before: [], paid: [], .example())
    #expect(first.totals.withheld == 0 && first.totals.netToVendor == 3_000_000)
    sum.lines = lines(2, of: 3_000_000, includesVat: false)
    let second = try assessPayment(soFar: sum, part: one, before: [first], paid: [first], .example())
    #expect(second.totals.withheld == 15_000, "the band is used up to the rupiah")
    sum.vendor.turnoverYearToDate = 600_000_000
    let later = try assessPayment(soFar: sum, part: one, before: [first], paid: [first], .example())
    #expect(later.totals.withheld == 15_000, "nothing is taken for what was free when it was paid")
  }

  /// Whatever is rounded in the parts, they add up to the whole, each with its own sums right.
  @Test(arguments: [Rupiah(33_333), 2_500_008, 1_111_111, 2_000_033, 7], [true, false])
  func `parts add up to the whole`(price: Rupiah, includesVat: Bool) throws {
    let parts = try parts([1, 2, 1, 3], of: price, includesVat: includesVat)
    let whole = try assessTaxes(facts(7, of: price, whole: 7, includesVat: includesVat), .example())
    var sum = OrderTotals.zero
    for part in parts {
      sum = try sum.adding(part.totals)
      let taken = try part.totals.netToVendor.adding(part.totals.vatCollected).adding(part.totals.withheld)
      #expect(taken == part.totals.gross)
      #expect(part.totals.netToVendor >= .zero && part.totals.withheld >= .zero)
    }
    #expect(sum == whole.totals)
    for code in [TaxCode.ppn, .pph22] {
      let told = try parts.flatMap(\.taxes).filter { $0.code == code }.map(\.amount).total()
      #expect(told == (try whole.taxes.filter { $0.code == code }.map(\.amount).total()))
    }
  }

  @Test(
    arguments: [
      (PaymentMode.up, "2027-12-20", "2027-12-27", "2028-01-20"),
      (.ls, "2027-01-31", "2027-01-31", "2027-02-20"),
    ] as [(PaymentMode, Day, Day, Day)])
  func `taxes are deposited by the mode of payment`(mode: PaymentMode, paid: Day, by: Day, report: Day) throws
  {
    let taxes = try parts([3], of: 1_000_000)[0].taxes
    let deposits = try NationalRules.example().deposits(of: taxes, mode: mode, paid: paid)
    #expect(deposits.map(\.depositBy) == [by, by])
    #expect(deposits.last?.reportBy == report)
    #expect(deposits.first?.reportBy == (mode == .up ? "2028-01-31" : "2027-02-28"))
  }

  @Test func `the papers grow with the value`() throws {
    let limits = try Rulebook.example().limits
    func papers(_ gross: Rupiah, _ categories: Set<String> = [], vat: Bool = false) -> Set<SupportingPaper> {
      Set(
        limits.papers(
          for: PaperFacts(gross: gross, isVatRegistered: vat, isWithheld: vat, categoryPapers: categories)))
    }
    #expect(papers(10_000_000).isDisjoint(with: [.receipt, .priceBasis, .taxInvoice, .taxSlip]))
    #expect(papers(10_000_000).contains(.photo))
    #expect(papers(10_000_001, vat: true).isSuperset(of: [.receipt, .priceBasis, .taxInvoice, .taxSlip]))
    #expect(papers(500_000, ["attendance", "minutes"]).isSuperset(of: [.attendance, .minutes, .photo]))
  }

  @Test func `a stamp names its rule`() throws {
    let stamp = try #require(try NationalRules.example().stamp(onReceiptOf: 5_000_001, on: march))
    #expect(stamp.amount == 10_000 && stamp.rule == "STAMP_DUTY@2021-01-01" && stamp.legal == "UU 10/2020")
    #expect(try NationalRules.example().stamp(onReceiptOf: 5_000_000, on: march) == nil)
  }

  private func moment(_ day: Day, _ deliverBy: Day = "2027-12-01", gross: Rupiah = 1_000_000) -> PaymentMoment
  {
    PaymentMoment(day: day, year: 2027, deliverBy: deliverBy, mode: .up, gross: gross)
  }

  @Test func `the cut-offs of the year bind until its last day`() throws {
    let rulebook = try Rulebook.example()
    func rules(_ step: OrderTransition, _ moment: PaymentMoment) throws -> [String] {
      try step.violations(moment, rulebook).compactMap { $0.explanation["rule"]?.text }
    }
    #expect(try rules(.invoice, moment("2027-12-15")) == [])
    #expect(try rules(.invoice, moment("2027-12-16")) == ["yearend.last_invoice"])
    #expect(try rules(.requestPayment, moment("2027-12-24")) == [])
    #expect(try rules(.requestPayment, moment("2027-12-25")) == ["yearend.last_pay"])
    #expect(try rules(.requestPayment, moment("2027-12-25", "2028-01-20")) == [], "extra time over the year")
    #expect(try rules(.requestPayment, moment("2028-01-03")) == [], "carried over")
    #expect(try rules(.verify, moment("2027-12-31")) == [])
  }

  @Test func `petty cash pays no more than its limit`() throws {
    let rulebook = try Rulebook.example(["payment.up_single_max": 900_000])
    let found = try OrderTransition.requestPayment.violations(moment("2027-03-01"), rulebook)
    #expect(found.map(\.code) == [.paymentMode])
    #expect(try OrderTransition.invoice.violations(moment("2027-03-01"), rulebook).isEmpty)
  }

  @Test func `a debit needs an account of the unit`() throws {
    let rulebook = try Rulebook.example()
    var debit = moment("2027-03-01")
    debit.mode = .autodebit
    #expect(try OrderTransition.requestPayment.violations(debit, rulebook).isEmpty)
    debit.hasDebitAccount = false
    let found = try #require(try OrderTransition.requestPayment.violations(debit, rulebook).first)
    #expect(found.code == .paymentMode && found.remedy.english.contains("registers"))
    #expect(try OrderTransition.verify.violations(debit, rulebook).isEmpty)
    debit.mode = .ls
    #expect(try OrderTransition.requestPayment.violations(debit, rulebook).isEmpty)
  }

  @Test func `papers that are missing inform, or stop the verification where the province says so`() throws {
    var moment = moment("2027-03-01")
    moment.missingPapers = [.photo, .taxInvoice]
    #expect(try OrderTransition.verify.violations(moment, .example()).isEmpty)
    let strict = try Rulebook.example(["payment.papers": "require"])
    let found = try #require(try OrderTransition.verify.violations(moment, strict).first)
    #expect(found.code == .evidenceForm && found.severity == .block)
    #expect(found.message.indonesian == "Berkas pembayaran belum lengkap: foto, faktur pajak.")
    #expect(try OrderTransition.requestPayment.violations(moment, strict).isEmpty)
    moment.missingPapers = []
    #expect(try OrderTransition.verify.violations(moment, strict).isEmpty)
  }

  @Test func `what cannot be there before the payment is not asked for before it`() {
    let late = SupportingPaper.allCases.filter { !$0.precedesPayment }
    #expect(late == [.taxSlip, .paymentOrder])
  }

  @Test func `a line of a year that is over takes no new order`() throws {
    var facts = OrderFacts.example()
    facts.budgetYear = 2026
    #expect(try Set(decide(facts, .example()).violations.map(\.code)) == [.yearEnd])
    facts.budgetYear = 2027
    #expect(try decide(facts, .example()).violations.isEmpty)
  }

  @Test func `reminders follow the calendar`() throws {
    let rulebook = try Rulebook.example()
    let monday = rulebook.calendar.instant(of: "2027-03-01", minute: 9 * 60)
    let facts = TimerFacts(instant: monday, isFood: false)
    let submitted = OrderState.submitted.reminders(facts, rulebook)
    #expect(submitted[.approval].map(rulebook.calendar.day) == "2027-03-03")
    #expect(submitted[.escalation].map(rulebook.calendar.day) == "2027-03-05")
    let issued = OrderState.issued.reminders(facts, rulebook)
    #expect(issued[.acceptanceHalf] == rulebook.calendar.deadline(hours: 36, after: monday))
    // Nyepi and Idulfitri lie between.
    let delivered = OrderState.delivered.reminders(facts, rulebook)
    #expect(delivered[.deemedReview].map(rulebook.calendar.day) == "2027-03-17")
    #expect(OrderState.paid.reminders(facts, rulebook).isEmpty)
  }
}
