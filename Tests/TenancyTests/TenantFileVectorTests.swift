import EOrderRules
import Foundation
import StrictJSON
import Testing

@testable import Tenancy

/// One example of the tax rules, as an order for `rules decide` and what must come out.
struct TaxVector: CustomTestStringConvertible, Sendable {
  var name: String
  var taxClass = "goods"
  var prices: [Int64]
  var inclusive = false
  var vat = false
  var form = "cv"
  var npwp = "\"0012345678901000\""
  var letter = "null"
  var statement = false
  var turnover = "null"
  var mode = "LS"
  var date = "2027-03-01"
  var overrides: [String] = []
  /// priceExVat, vatBase, vat, vatCollected, gross, withheld, netToVendor; nil where the example is silent.
  var totals: [Int64?]
  var codes: [String] = []

  var testDescription: String { name }

  var order: String {
    let lines = prices.enumerated().map { index, price in
      """
      {"productId": "p\(index)", "category": "stationery", "taxClass": "\(taxClass)", "unitPrice": \(price),
       "priceIncludesVat": \(inclusive), "quantity": 1, "standardPrice": 60000000}
      """
    }
    return """
      {"date": "\(date)", "paymentMode": "\(mode)", "procedure": "offer", "budget": {"available": 1000000000},
       "vendor": {"state": "verified", "legalForm": "\(form)", "size": "small", "npwp": \(npwp),
         "vatRegistered": \(vat), "finalTaxLetter": \(letter), "exemptBandStatement": \(statement),
         "turnoverYearToDate": \(turnover)},
       "lines": [\(lines.joined(separator: ", "))],
       "catalogueCheck": {"result": "not_found", "evidence": "page"}}
      """
  }
}

@Suite struct TenantFileVectorTests {
  private static let letter = "{\"number\": \"KET-1\", \"validUntil\": \"2027-12-31\"}"
  private static let ended = "{\"number\": \"KET-1\", \"validUntil\": \"2026-04-21\"}"

  private static func meals(_ name: String, turnover: String, overrides: [String] = [], _ tax: Int64)
    -> TaxVector
  {
    TaxVector(
      name: name, taxClass: "catering", prices: [4_500_000], form: "individual", letter: letter,
      statement: true,
      turnover: turnover, overrides: overrides,
      totals: [4_500_000, 0, 0, 0, 4_500_000, tax, 4_500_000 - tax],
      codes: turnover == "498000000" && overrides.isEmpty ? ["REVIEW_REQUIRED"] : [])
  }

  static let vectors: [TaxVector] = [
    TaxVector(
      name: "1", prices: [10_000_000], vat: true,
      totals: [10_000_000, 9_166_667, 1_100_000, 1_100_000, 11_100_000, 150_000, 9_850_000]),
    TaxVector(
      name: "2", prices: [5_000_000], inclusive: true, vat: true,
      totals: [4_504_505, nil, 495_495, 495_495, 5_000_000, nil, nil]),
    TaxVector(
      name: "3", prices: [2_500_008], inclusive: true, vat: true,
      totals: [2_252_259, nil, 247_749, 247_749, 2_500_008, nil, nil]),
    TaxVector(name: "4", prices: [3_000_000], totals: [3_000_000, 0, 0, 0, 3_000_000, 45_000, 2_955_000]),
    TaxVector(
      name: "5", prices: [3_000_000], npwp: "null",
      totals: [3_000_000, 0, 0, 0, 3_000_000, 90_000, 2_910_000]),
    TaxVector(name: "6", prices: [2_000_000], totals: [2_000_000, 0, 0, 0, 2_000_000, 0, 2_000_000]),
    TaxVector(name: "7", prices: [2_000_001], totals: [nil, 0, 0, 0, 2_000_001, 30_000, nil]),
    TaxVector(name: "8a", prices: [2_000_033], totals: [nil, 0, 0, 0, nil, 30_000, nil]),
    TaxVector(name: "8b", prices: [2_000_034], totals: [nil, 0, 0, 0, nil, 30_001, nil]),
    TaxVector(name: "8c", prices: [2_000_100], totals: [nil, 0, 0, 0, nil, 30_002, nil]),
    TaxVector(
      name: "9", prices: [2_000_000], vat: true,
      totals: [2_000_000, nil, 220_000, 0, 2_220_000, 0, 2_220_000]),
    TaxVector(
      name: "10", prices: [2_000_000], vat: true, overrides: ["tax.ppn_threshold_basis=GROSS"],
      totals: [2_000_000, nil, 220_000, 220_000, 2_220_000, 0, 2_000_000]),
    TaxVector(
      name: "11", prices: [45_045_045], vat: true,
      totals: [45_045_045, nil, 4_954_955, 4_954_955, 50_000_000, nil, nil]),
    TaxVector(
      name: "12", prices: [45_045_046], vat: true,
      totals: [45_045_046, nil, 4_954_955, nil, 50_000_001, nil, nil],
      codes: ["ORDER_CAP", "EVIDENCE_FORM"]),
    TaxVector(
      name: "13", taxClass: "service", prices: [7_250_000], vat: true,
      totals: [7_250_000, 6_645_833, 797_500, 797_500, nil, 145_000, 7_105_000]),
    TaxVector(
      name: "14", taxClass: "catering", prices: [4_500_000], vat: true,
      totals: [4_500_000, 0, 0, 0, 4_500_000, 90_000, 4_410_000]),
    TaxVector(
      name: "15", taxClass: "catering", prices: [4_500_000], npwp: "null",
      totals: [4_500_000, 0, 0, 0, 4_500_000, 180_000, 4_320_000]),
    meals("16", turnover: "500000001", 22_500), meals("17", turnover: "120000000", 0),
    meals("18 review", turnover: "498000000", 22_500),
    meals("18 split", turnover: "498000000", overrides: ["tax.umkm_crossing=SPLIT"], 12_500),
    meals("18 full", turnover: "498000000", overrides: ["tax.umkm_crossing=FULL"], 22_500),
    TaxVector(
      name: "19", taxClass: "service", prices: [3_000_000], form: "individual",
      totals: [3_000_000, 0, 0, 0, 3_000_000, 75_000, 2_925_000]),
    TaxVector(
      name: "20", prices: [10_000_000], vat: true, overrides: ["tax.collector=PLATFORM"],
      totals: [10_000_000, 9_166_667, 1_100_000, 1_100_000, 11_100_000, 50_000, 9_950_000]),
    TaxVector(
      name: "21", prices: [10_000_000], mode: "KKPD",
      totals: [10_000_000, 0, 0, 0, 10_000_000, 0, 10_000_000]),
    TaxVector(
      name: "22", prices: [33_333, 33_333, 33_333], vat: true,
      totals: [99_999, nil, 11_001, 0, 111_000, 0, 111_000]),
    TaxVector(
      name: "23", prices: [2_345_650], vat: true, totals: [2_345_650, nil, 258_022, 258_022, nil, nil, nil]),
    TaxVector(
      name: "24", prices: [10_000_000], form: "pt", letter: ended,
      totals: [10_000_000, 0, 0, 0, 10_000_000, 150_000, 9_850_000]),
    TaxVector(
      name: "26 before", prices: [1_000_000], vat: true, date: "2024-12-31",
      totals: [1_000_000, 1_000_000, 110_000, 0, 1_110_000, 0, 1_110_000]),
    TaxVector(
      name: "26 after", prices: [1_000_000], vat: true, date: "2025-01-01",
      totals: [1_000_000, 916_667, 110_000, 0, 1_110_000, 0, 1_110_000]),
  ]

  @Test(arguments: vectors)
  func `the examples hold through the command`(vector: TaxVector) throws {
    let file = try shippedTenant("gorontalo")
    let answer = try file.decide(json: Array(vector.order.utf8), overrides: vector.overrides)
    let decision = try JSONValue(parsing: answer)
    let names = ["priceExVat", "vatBase", "vat", "vatCollected", "gross", "withheld", "netToVendor"]
    for (name, expected) in zip(names, vector.totals) {
      if let expected { #expect(decision["totals"]?[name] == .integer(expected), "\(name)") }
    }
    #expect(decision["violations"]?.elements?.compactMap { $0["code"]?.text } == vector.codes)
    #expect(decision["allowed"] == .bool(!vector.codes.contains("ORDER_CAP")))
  }
}
