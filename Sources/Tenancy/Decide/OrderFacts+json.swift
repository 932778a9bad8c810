package import EOrderRules
package import StrictJSON

extension OrderFacts {
  /// Reads the input of `rules decide`; throws a sentence for each error.
  ///
  /// Members may be left out where null or empty is meant; unknown ones are refused.
  package init(json: JSONValue) throws(Refusals) {
    let reader = FactsReader()
    let facts = Self.read(json, reader)
    guard let facts, reader.refusals.isEmpty else { throw Refusals(sentences: reader.refusals) }
    self = facts
  }

  private static let members = [
    "date", "paymentMode", "procedure", "vendor", "lines", "budget", "recentOrders", "packageId", "unitId",
    "unitPath", "account", "vendorId", "itemNames", "needDate", "deliverBy", "comparedPrices",
    "catalogueCheck", "justification", "initialGross", "amendedFrom", "issuing", "priceChanges",
    "conflicts", "officerCertificate", "budgetYear", "package", "whole", "sameDay",
  ]

  private static func read(_ json: JSONValue, _ reader: FactsReader) -> OrderFacts? {
    guard let object = reader.object(json, "", members: members) else { return nil }
    let date = object.required("date", "a day as YYYY-MM-DD") { $0.text.flatMap { Day($0) } }
    let mode = object.word("paymentMode", PaymentMode.self)
    let procedure = object.word("procedure", Procedure.self)
    let vendor = VendorFacts(object.member("vendor"), reader)
    let lines = readLines(object)
    var rest = Rest(object)
    guard let date, let mode, let procedure, let vendor else { return nil }
    var facts = OrderFacts(date: date, paymentMode: mode, procedure: procedure, vendor: vendor, lines: lines)
    rest.move(into: &facts)
    return facts
  }

  private static func readLines(_ object: FactsObject) -> [LineFacts] {
    let elements = object.list("lines")
    let isList = object.member("lines").map { $0.elements != nil } ?? true
    if elements.isEmpty, isList { object.reader.refuse("/lines", "at least one line is due here") }
    return elements.enumerated().compactMap { LineFacts($1, "/lines/\($0)", object.reader) }
  }
}

/// The members that an order may lack.
private struct Rest {
  private let object: FactsObject
  private let budget: Rupiah?
  private let recentOrders: [RecentOrder]
  private let comparedPrices: [ComparedPrice]
  private let catalogueCheck: CatalogueCheck?
  private let priceChanges: [PriceChange]
  private let conflicts: [SharedTraces]
  private let package: PackageFacts?
  private let whole: [LineFacts]?
  private let sameDay: [SameDayPayment]

  init(_ object: FactsObject) {
    self.object = object
    let reader = object.reader
    budget = object.member("budget").flatMap { value in
      let budget = reader.object(value, "/budget", members: ["available"])
      return budget?.optional("available", "a whole number") { $0.int64.map { Rupiah($0) } }
    }
    recentOrders = object.list("recentOrders").enumerated().compactMap {
      RecentOrder($1, "/recentOrders/\($0)", reader)
    }
    comparedPrices = object.list("comparedPrices").enumerated().compactMap {
      ComparedPrice($1, "/comparedPrices/\($0)", reader)
    }
    catalogueCheck = object.member("catalogueCheck").flatMap { CatalogueCheck($0, reader) }
    priceChanges = object.list("priceChanges").enumerated().compactMap {
      PriceChange($1, "/priceChanges/\($0)", reader)
    }
    conflicts = object.list("conflicts").enumerated().compactMap {
      SharedTraces($1, "/conflicts/\($0)", reader)
    }
    package = object.member("package").flatMap { PackageFacts($0, reader) }
    whole = object.member("whole").map { _ in
      object.list("whole").enumerated().compactMap { LineFacts($1, "/whole/\($0)", reader) }
    }
    sameDay = object.list("sameDay").enumerated().compactMap {
      SameDayPayment($1, "/sameDay/\($0)", reader)
    }
  }

  mutating func move(into facts: inout OrderFacts) {
    facts.budgetAvailable = budget
    facts.recentOrders = recentOrders
    facts.comparedPrices = comparedPrices
    facts.catalogueCheck = catalogueCheck
    facts.officerCertificate = object.member("officerCertificate").flatMap {
      CertificateRecord($0, object.reader)
    }
    facts.budgetYear = object.count("budgetYear").map { Int($0) }
    facts.priceChanges = priceChanges
    facts.conflicts = conflicts
    facts.package = package
    facts.whole = whole
    facts.sameDay = sameDay
    facts.packageId = object.text("packageId")
    facts.unitId = object.text("unitId")
    facts.unitPath = object.texts("unitPath")
    facts.account = object.text("account")
    facts.vendorId = object.text("vendorId")
    facts.itemNames = object.texts("itemNames")
    facts.needDate = object.day("needDate")
    facts.deliverBy = object.day("deliverBy")
    facts.justification = object.text("justification")
    facts.initialGross = object.amount("initialGross")
    facts.amendedFrom = object.amount("amendedFrom")
    facts.issuing = object.flag("issuing") ?? false
  }
}
