import EOrderRules
import StrictJSON
import Testing

@testable import Tenancy

/// What a decision looked at is kept whole: a fact that the writer or the reader forgets fails here.
@Suite struct KeptFactsTests {
  /// Facts in which nothing is left out; each set has one element, so that two prints of it are alike.
  private func whole() throws -> OrderFacts {
    var vendor = VendorFacts(
      state: .suspended, legalForm: .individual, size: .small, regionCode: RegionCode("13.71"),
      npwp: NPWP("0012345678901000"), vatRegistered: true)
    let day = try #require(Day("2027-03-01"))
    vendor.finalTaxLetter = TaxLetter(number: "KET-1", validUntil: day)
    vendor.exemptBandStatement = true
    vendor.isForeign = true
    vendor.withholdingExemption = TaxLetter(number: "SKB-1", validUntil: day)
    vendor.turnoverYearToDate = 7
    var line = LineFacts(
      productId: "p1", category: "paper", taxClass: .service, unitPrice: 8, priceIncludesVat: true,
      quantity: 9,
      standardPrice: 10)
    line.productState = .delisted
    line.stock = 11
    line.minimumQuantity = 12
    line.secondsListed = 13
    line.listedPrice = 22
    line.localContentPercent = 21
    line.isLuxury = true
    line.paidPrices = [PaidPrice(day: day, unitPrice: 18)]
    var facts = OrderFacts(date: day, paymentMode: .gu, procedure: .direct, vendor: vendor, lines: [line])
    facts.budgetAvailable = -14
    facts.recentOrders = [
      RecentOrder(
        id: "o1", number: "00001", date: day, packageId: "k1", unitId: "u1", account: "5.1",
        categories: ["paper"],
        vendorId: "v1", gross: 15, itemNames: ["kertas A4"], needDate: day)
    ]
    facts.packageId = "k2"
    facts.unitId = "u2"
    facts.unitPath = ["5.02", "5.02.01"]
    facts.account = "5.1.02"
    facts.vendorId = "v2"
    facts.itemNames = ["kertas F4"]
    facts.needDate = day
    facts.deliverBy = day
    facts.comparedPrices = [ComparedPrice(source: "toko", unitPrice: 16)]
    facts.catalogueCheck = CatalogueCheck(result: .found, reason: "a", evidence: "b")
    facts.justification = "c"
    facts.initialGross = 17
    facts.amendedFrom = 28
    facts.issuing = true
    facts.priceChanges = [PriceChange(productId: "p1", day: day, from: 19, to: 20)]
    facts.officerCertificate = CompetenceCertificate(number: "S-1", until: day).map { .recorded($0) }
    facts.budgetYear = 2027
    facts.package = PackageFacts(announcedOn: day, ceiling: 22, ownEstimate: 23)
    facts.whole = [line]
    let tax = TaxLine(
      code: .pph22, rule: "PPH22@2027-01-01", legal: "PMK", base: 24, amount: 25, collectedBy: .treasurer,
      lines: ["p1"])
    facts.sameDay = [SameDayPayment(orderId: "o2", number: "00002", lines: [line], taxes: [tax])]
    facts.conflicts = [SharedTraces(userId: "u3", kinds: [.phone], declared: [.address])]
    return facts
  }

  /// Facts that are not a member of their own name.
  private static let elsewhere = [
    "budgetAvailable": "budget", "old": "from", "new": "to", "userId": "user", "kinds": "shared",
    "isForeign": "foreign", "isLuxury": "luxury",
  ]

  @Test func `every fact is written`() throws {
    let facts = try whole()
    let tree = JSONValue(facts.tree)
    try check(facts, tree, "facts")
    try check(facts.vendor, tree["vendor"], "vendor")
    try check(try #require(facts.lines.first), tree["lines"]?.elements?.first, "line")
    try check(
      try #require(facts.lines.first?.paidPrices.first),
      tree["lines"]?.elements?.first?["paidPrices"]?.elements?.first, "paid price")
    try check(
      try #require(facts.priceChanges.first), tree["priceChanges"]?.elements?.first, "change of price")
    try check(try #require(facts.conflicts.first), tree["conflicts"]?.elements?.first, "conflict")
    try check(try #require(facts.recentOrders.first), tree["recentOrders"]?.elements?.first, "recent order")
    try check(try #require(facts.comparedPrices.first), tree["comparedPrices"]?.elements?.first, "price")
    try check(try #require(facts.package), tree["package"], "package")
    try check(try #require(facts.sameDay.first), tree["sameDay"]?.elements?.first, "payment of the day")
    try check(try #require(facts.catalogueCheck), tree["catalogueCheck"], "catalogue check")
    try check(
      try #require(facts.vendor.withholdingExemption), tree["vendor"]?["withholdingExemption"], "certificate")
    try check(try #require(facts.vendor.finalTaxLetter), tree["vendor"]?["finalTaxLetter"], "letter")
  }

  private func check(_ facts: some Any, _ written: JSONValue?, _ what: String) throws {
    let written = try #require(written)
    for (label, value) in Mirror(reflecting: facts).children {
      let name = try #require(label)
      let mirror = Mirror(reflecting: value)
      let isEmpty = [.optional, .collection, .set].contains(mirror.displayStyle) && mirror.children.isEmpty
      #expect(!isEmpty, "\(what): give \(name) a value above")
      let member = written[Self.elsewhere[name] ?? name]
      #expect(member != nil && member != .null && member != .array([]), "\(what): \(name) is not written")
    }
  }

  @Test func `what is written is read again`() throws {
    let facts = try whole()
    let read = try OrderFacts(json: try JSONValue(parsing: JSONValue(facts.tree).canonical))
    #expect(printed(read) == printed(facts))
    #expect(JSONValue(read.tree).canonical == JSONValue(facts.tree).canonical)
  }

  private func printed(_ facts: OrderFacts) -> String {
    var text = ""
    dump(facts, to: &text)
    return text
  }

  @Test(arguments: ["dki", "sumbar", "gorontalo"], ["2024-12-31", "2025-01-01", "2027-03-01"])
  func `kept rules decide as those that they were made of`(slug: String, day: String) throws {
    let day = try #require(Day(day))
    let file = try shippedTenant(slug)
    for rulebook in [try file.rulebook(on: day), try file.rulebook(on: day).withoutYearEnd] {
      let kept = KeptRules(rulebook)
      let again = try ReadRules(kept.content).rulebook(on: day)
      #expect(KeptRules(again).sha256 == kept.sha256)
      #expect(try JSONValue(parsing: kept.content).canonical == kept.content)
      #expect(again.version == kept.version)
      var facts = try whole()
      facts.date = day
      #expect(
        JSONValue(try decide(facts, again).tree).canonical
          == JSONValue(try decide(facts, rulebook).tree).canonical)
    }
  }

  @Test func `rules that were kept before a release asked for more decide as they did`() throws {
    let day = try #require(Day("2027-03-01"))
    let rulebook = try shippedTenant("dki").rulebook(on: day)
    let kept = try JSONValue(parsing: KeptRules(rulebook).content)
    let old = kept.without(["OFFER_CLOSE", "NEED_OFFICER_WD", "R038"]).encoded
    #expect(throws: RulesError.self) { try ReadRules(old) }
    let again = try ReadRules(old, filledFrom: rulebook.national).rulebook(on: day)
    let facts = try whole()
    #expect(
      JSONValue(try decide(facts, again).tree).canonical
        == JSONValue(try decide(facts, rulebook).tree).canonical)
  }

  @Test func `another setting is another hash`() throws {
    let rulebook = try shippedTenant("dki").rulebook
    let other = try Rulebook(
      national: rulebook.national, settings: rulebook.settings.setting("order.cap_gross", to: 40_000_000))
    #expect(KeptRules(other).sha256 != KeptRules(rulebook).sha256)
    #expect(KeptRules(rulebook.withoutYearEnd).sha256 != KeptRules(rulebook).sha256)
  }
}

extension JSONValue {
  /// The value without the rows of these codes, wherever they stand.
  fileprivate func without(_ codes: Set<String>) -> JSONValue {
    if let elements {
      return .array(elements.filter { !codes.contains($0["code"]?.text ?? "") }.map { $0.without(codes) })
    }
    guard let members else { return self }
    return .object(members.map { JSONMember(name: $0.name, value: $0.value.without(codes)) })
  }
}
