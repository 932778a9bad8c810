import EOrderRules
import Testing

@Suite struct GuardTests {
  private func codes(
    _ changes: [String: RuleValue] = [:], _ edit: (inout OrderFacts) -> Void
  ) throws -> [String] {
    var facts = OrderFacts.example()
    edit(&facts)
    return try decide(facts, .example(changes)).violations.map {
      "\($0.code.rawValue) \($0.severity.rawValue)"
    }
  }

  @Test func `nothing is held against a plain order`() throws { #expect(try codes { _ in } == []) }

  @Test(arguments: [(1_000_000, []), (999_999, ["BUDGET_AVAILABLE block"])])
  func `the budget line suffices to the rupiah`(available: Int, expected: [String]) throws {
    #expect(try codes { $0.budgetAvailable = Rupiah(Int64(available)) } == expected)
  }

  @Test(arguments: [(909_091, []), (909_090, ["ADDENDUM_LIMIT block"])])
  func `an amendment stays within a tenth of the first value`(initial: Int, expected: [String]) throws {
    // One million is 1.1 × 909,090.9…
    #expect(try codes { $0.initialGross = Rupiah(Int64(initial)) } == expected)
  }

  @Test func `the standard price binds gross by unit`() throws {
    let vat = VendorFacts.example(vatRegistered: true)
    #expect(try codes { $0.lines[0].standardPrice = nil } == ["SSH warn"])
    let at = OrderFacts.example(100_000, quantity: 3, vendor: vat)
    func severities(_ standard: Rupiah, _ mode: RuleValue) throws -> [Severity] {
      var facts = at
      facts.lines[0].standardPrice = standard
      return try decide(facts, .example(["ssh.mode": mode])).violations.map(\.severity)
    }
    #expect(try severities(111_000, "block") == [])
    #expect(try severities(110_999, "block") == [.block])
    #expect(try severities(110_999, "warn") == [.warn])
  }

  @Test func `the standard price is told once, at the heavier weight`() throws {
    var facts = OrderFacts.example()
    facts.lines[0].standardPrice = 999_999
    facts.lines.append(facts.lines[0])
    facts.lines[1].standardPrice = nil
    let found = try decide(facts, .example()).violations
    #expect(found.map(\.severity) == [.block])
    #expect(found[0].explanation["above"]?.list?.count == 1)
    #expect(found[0].explanation["without"]?.list?.count == 1)
    #expect(
      found[0].message.english
        == "A unit price of Rp1,000,000 with taxes is above its standard price of Rp999,999.")
    #expect(found[0].remedy.indonesian.contains("paling tinggi Rp999.999 per satuan"))
  }

  @Test func `no form of evidence covers a value above the kuitansi`() throws {
    #expect(try codes { $0.lines[0].unitPrice = 50_000_000 } == [])
    let above = try codes {
      $0.lines[0].unitPrice = 50_000_001
      $0.packageId = nil
    }
    #expect(above == ["ORDER_CAP block", "EVIDENCE_FORM block"])
    let lowered = try codes(["order.cap_gross": 11_000_000]) { $0.lines[0].unitPrice = 11_000_001 }
    #expect(lowered == ["ORDER_CAP block"])
  }

  @Test func `a new product explains itself like every flag`() throws {
    var facts = OrderFacts.example()
    facts.lines[0].secondsListed = 10
    let told = try #require(try decide(facts, .example()).violations.first).explanation
    let members = [
      "rule", "version", "flag", "window", "orders", "sum", "limit", "similarity", "legalRef",
      "acceptedReasons",
    ]
    for member in members { #expect(told[member] != nil, "\(member)") }
    #expect(told["flag"] == "NEW1")
    #expect(told["sum"] == 1_000_000)
    #expect(told["hours"] == 24)
    #expect(told["acceptedReasons"]?.list?.isEmpty == false)
  }

  @Test(
    arguments: [
      ("warn", nil as CatalogueCheck?, "CATALOGUE_FIRST warn"),
      ("require_reason", nil, "CATALOGUE_FIRST block"),
      ("block", nil, "CATALOGUE_FIRST block"),
      ("require_reason", CatalogueCheck(result: .found, reason: "urgent"), "CATALOGUE_FIRST info"),
      ("require_reason", CatalogueCheck(result: .found, reason: " "), "CATALOGUE_FIRST block"),
      ("require_reason", CatalogueCheck(result: .notFound), "CATALOGUE_FIRST block"),
      ("block", CatalogueCheck(result: .notChecked, reason: "urgent"), "CATALOGUE_FIRST block"),
      ("block", CatalogueCheck(result: .notFound, evidence: "page"), ""),
      ("warn", CatalogueCheck(result: .found, evidence: "page"), "CATALOGUE_FIRST warn"),
    ])
  func `the national catalogue comes first`(mode: String, check: CatalogueCheck?, expected: String) throws {
    let found = try codes(["catalogue_check.mode": .string(mode)]) { $0.catalogueCheck = check }
    #expect(found == (expected.isEmpty ? [] : [expected]))
  }

  @Test func `only verified vendors of an admitted size sell`() throws {
    #expect(try codes { $0.vendor.state = .suspended } == ["VENDOR_NOT_VERIFIED block"])
    #expect(try codes { $0.vendor.size = .medium } == ["VENDOR_SIZE block"])
    let cooperative = try codes {
      $0.vendor.size = .medium
      $0.vendor.legalForm = .cooperative
    }
    #expect(cooperative == [])
    #expect(try codes(["umk.allowed": ["micro"]]) { _ in } == ["VENDOR_SIZE block"])
  }

  @Test func `products are listed, enough, and there`() throws {
    #expect(try codes { $0.lines[0].productState = .delisted } == ["PRODUCT_NOT_LISTED block"])
    #expect(try codes { $0.lines[0].minimumQuantity = 2 } == ["MINIMUM_QUANTITY block"])
    #expect(try codes { $0.lines[0].stock = 0 } == ["STOCK block"])
    let twice = try codes {
      $0.lines[0].stock = 1
      $0.lines.append($0.lines[0])
    }
    #expect(twice == ["STOCK block"])
    #expect(try codes { $0.lines[0].secondsListed = 86_399 } == ["NEW1 hold"])
    #expect(try codes { $0.lines[0].secondsListed = 86_400 } == [])
  }

  @Test func `a direct order above the limit compares prices`() throws {
    func direct(_ price: Int64, _ sources: Int) throws -> [String] {
      try codes {
        $0.procedure = .direct
        $0.lines[0].unitPrice = Rupiah(price)
        $0.comparedPrices = Array(repeating: ComparedPrice(source: "shop", unitPrice: 1), count: sources)
      }
    }
    #expect(try direct(10_000_000, 0) == [])
    #expect(try direct(10_000_001, 1) == ["DIRECT_MAX hold"])
    #expect(try direct(10_000_001, 2) == [])
    #expect(try codes { $0.lines[0].unitPrice = 20_000_000 } == [])
  }

  @Test func `the mode of payment is one of the province's`() throws {
    #expect(try codes { $0.paymentMode = .autodebit } == ["PAY_MODE block"])
    let limit: [String: RuleValue] = ["payment.up_single_max": 999_999]
    #expect(try codes(limit) { $0.paymentMode = .up } == ["PAY_MODE block"])
    #expect(try codes(limit) { $0.paymentMode = .tu } == [])
  }

  @Test func `delivery leaves time before the end of the year`() throws {
    #expect(try codes { $0.deliverBy = "2027-12-15" } == [])
    #expect(try codes { $0.deliverBy = "2027-12-16" } == ["YEAR_END block"])
    #expect(try codes { $0.deliverBy = "2028-01-03" } == ["YEAR_END block"])
    #expect(try codes { $0.date = "2027-12-11" } == [])
    let issuing = try codes {
      $0.date = "2027-12-11"
      $0.issuing = true
    }
    #expect(issuing == ["YEAR_END block"])
    var facts = OrderFacts.example()
    facts.deliverBy = "2027-12-31"
    #expect(try decide(facts, try Rulebook.example().withoutYearEnd).violations.isEmpty)
  }

  @Test func `every violation names rule, version, regulation and facts`() throws {
    var facts = OrderFacts.example(60_000_000)
    facts.vendor.state = .draft
    let decision = try decide(facts, .example())
    #expect(!decision.allowed)
    for violation in decision.violations {
      #expect(violation.legal == "legal of \(violation.code.rawValue)")
      #expect(violation.explanation["version"] == "2027.1")
      #expect(violation.explanation["rule"]?.text?.isEmpty == false)
    }
    let cap = decision.violations.first
    #expect(cap?.message.indonesian == "Nilai pesanan Rp60.000.000 melebihi batas Rp50.000.000.")
    #expect(cap?.message.english == "The order's value of Rp60,000,000 exceeds the cap of Rp50,000,000.")
    #expect(cap?.remedy.english.hasPrefix("Take at least Rp10,000,000 off the order") == true)
  }

  @Test(arguments: [(10_000_000, EvidenceForm.purchaseSlip), (10_000_001, .receiptBill)])
  func `the form of evidence follows the value`(price: Int, form: EvidenceForm) throws {
    #expect(try decide(.example(Int64(price)), .example()).evidenceForm == form)
  }
}
