import EOrderRules
import StrictJSON

extension VendorFacts {
  init?(_ json: JSONValue?, _ reader: FactsReader) {
    let members = [
      "state", "legalForm", "size", "regionCode", "npwp", "vatRegistered", "finalTaxLetter",
      "exemptBandStatement", "turnoverYearToDate", "foreign", "withholdingExemption",
    ]
    guard let object = reader.object(json, "/vendor", members: members) else { return nil }
    let state = object.word("state", VendorState.self)
    let form = object.word("legalForm", LegalForm.self)
    let size = object.word("size", BusinessSize.self)
    let region = object.optional("regionCode", "a region code") { $0.text.flatMap { RegionCode($0) } }
    let npwp = object.optional("npwp", "15 or 16 digits") { $0.text.flatMap { NPWP($0) } }
    let registered = object.required("vatRegistered", "true or false") { $0.bool }
    let letter = object.member("finalTaxLetter").flatMap { TaxLetter($0, "/vendor/finalTaxLetter", reader) }
    let exemption = object.member("withholdingExemption").flatMap {
      TaxLetter($0, "/vendor/withholdingExemption", reader)
    }
    let foreign = object.flag("foreign") ?? false
    let statement = object.flag("exemptBandStatement") ?? false
    let turnover = object.amount("turnoverYearToDate")
    guard let state, let form, let size, let registered else { return nil }
    self.init(
      state: state, legalForm: form, size: size, regionCode: region, npwp: npwp, vatRegistered: registered)
    finalTaxLetter = letter
    withholdingExemption = exemption
    isForeign = foreign
    exemptBandStatement = statement
    turnoverYearToDate = turnover
  }
}

extension TaxLetter {
  init?(_ json: JSONValue, _ pointer: String, _ reader: FactsReader) {
    guard let object = reader.object(json, pointer, members: ["number", "validUntil"]) else { return nil }
    let number = object.required("number", "a text") { $0.text }
    let until = object.required("validUntil", "a day as YYYY-MM-DD") { $0.text.flatMap { Day($0) } }
    guard let number, let until else { return nil }
    self.init(number: number, validUntil: until)
  }
}

extension LineFacts {
  init?(_ json: JSONValue, _ pointer: String, _ reader: FactsReader) {
    let members = [
      "productId", "category", "taxClass", "unitPrice", "priceIncludesVat", "quantity", "standardPrice",
      "productState", "stock", "minimumQuantity", "secondsListed", "localContentPercent",
      "paidPrices", "luxury", "listedPrice",
    ]
    guard let object = reader.object(json, pointer, members: members) else { return nil }
    let product = object.required("productId", "a text") { $0.text }
    let category = object.required("category", "a text") { $0.text }
    let taxClass = object.word("taxClass", TaxClass.self)
    let price = object.required("unitPrice", "a whole number from 1 up") { FactsObject.whole($0, from: 1) }
    let includes = object.flag("priceIncludesVat") ?? false
    let quantity = object.required("quantity", "a whole number from 1 up") { FactsObject.whole($0, from: 1) }
    let standard = object.amount("standardPrice")
    let state = object.member("productState").flatMap { _ in object.word("productState", ProductState.self) }
    let (stock, least) = (object.count("stock"), object.count("minimumQuantity"))
    let (listed, local) = (object.count("secondsListed"), object.count("localContentPercent"))
    let luxury = object.flag("luxury") ?? false
    let asked = object.amount("listedPrice")
    let paid = object.list("paidPrices").enumerated().compactMap {
      PaidPrice($1, "\(pointer)/paidPrices/\($0)", reader)
    }
    guard let product, let category, let taxClass, let price, let quantity else { return nil }
    self.init(
      productId: product, category: category, taxClass: taxClass, unitPrice: Rupiah(price),
      priceIncludesVat: includes, quantity: quantity, standardPrice: standard)
    productState = state
    self.stock = stock
    minimumQuantity = least
    secondsListed = listed
    localContentPercent = local
    isLuxury = luxury
    listedPrice = asked
    paidPrices = paid
  }
}

extension PackageFacts {
  init?(_ json: JSONValue, _ reader: FactsReader) {
    let members = ["announcedOn", "ceiling", "ownEstimate"]
    guard let object = reader.object(json, "/package", members: members) else { return nil }
    let day = object.required("announcedOn", "a day as YYYY-MM-DD") { $0.text.flatMap { Day($0) } }
    let ceiling = object.required("ceiling", "a whole number from 0 up") { FactsObject.whole($0, from: 0) }
    let estimate = object.amount("ownEstimate")
    guard let day, let ceiling else { return nil }
    self.init(announcedOn: day, ceiling: Rupiah(ceiling), ownEstimate: estimate)
  }
}

extension RecentOrder {
  init?(_ json: JSONValue, _ pointer: String, _ reader: FactsReader) {
    let members = [
      "id", "number", "date", "packageId", "unitId", "account", "category", "categories", "vendorId", "gross",
      "itemNames", "needDate",
    ]
    guard let object = reader.object(json, pointer, members: members) else { return nil }
    let id = object.text("id") ?? ""
    let date = object.required("date", "a day as YYYY-MM-DD") { $0.text.flatMap { Day($0) } }
    let gross = object.required("gross", "a whole number from 0 up") { FactsObject.whole($0, from: 0) }
    let categories = object.texts("categories") + (object.text("category").map { [$0] } ?? [])
    let others = RecentOrder(
      id: id, number: object.text("number"), date: date ?? .epoch, packageId: object.text("packageId"),
      unitId: object.text("unitId"), account: object.text("account"),
      categories: Set(categories), vendorId: object.text("vendorId"),
      gross: Rupiah(gross ?? 0), itemNames: object.texts("itemNames"), needDate: object.day("needDate"))
    guard date != nil, gross != nil else { return nil }
    self = others
  }
}

extension PaidPrice {
  init?(_ json: JSONValue, _ pointer: String, _ reader: FactsReader) {
    guard let object = reader.object(json, pointer, members: ["day", "unitPrice"]) else { return nil }
    let day = object.required("day", "a day as YYYY-MM-DD") { $0.text.flatMap { Day($0) } }
    let price = object.required("unitPrice", "a whole number from 0 up") { FactsObject.whole($0, from: 0) }
    guard let day, let price else { return nil }
    self.init(day: day, unitPrice: Rupiah(price))
  }
}

extension CertificateRecord {
  /// A record without number says that the person has no certificate.
  init?(_ json: JSONValue, _ reader: FactsReader) {
    let pointer = "/officerCertificate"
    guard let object = reader.object(json, pointer, members: ["number", "until"]) else { return nil }
    let certificate = CompetenceCertificate(number: object.text("number"), until: object.day("until"))
    self = certificate.map { .recorded($0) } ?? .missing
  }
}

extension ComparedPrice {
  init?(_ json: JSONValue, _ pointer: String, _ reader: FactsReader) {
    guard let object = reader.object(json, pointer, members: ["source", "unitPrice"]) else { return nil }
    let source = object.required("source", "a text") { $0.text }
    let price = object.required("unitPrice", "a whole number from 1 up") { FactsObject.whole($0, from: 1) }
    guard let source, let price else { return nil }
    self.init(source: source, unitPrice: Rupiah(price))
  }
}

extension CatalogueCheck {
  init?(_ json: JSONValue, _ reader: FactsReader) {
    let pointer = "/catalogueCheck"
    guard let object = reader.object(json, pointer, members: ["result", "reason", "evidence"]) else {
      return nil
    }
    let result = object.word("result", CatalogueCheck.Result.self)
    let (reason, evidence) = (object.text("reason"), object.text("evidence"))
    guard let result else { return nil }
    self.init(result: result, reason: reason, evidence: evidence)
  }
}
