import EOrderRules
import Foundation
import StrictJSON
import Testing

@testable import Tenancy

/// `rules decide` from the bytes of the order to the bytes of the decision, with a shipped file.
@Suite struct TenantFileDecideTests {
  private static let order = """
    { "date": "2027-03-01", "paymentMode": "LS", "procedure": "offer",
      "vendor": { "state": "verified", "legalForm": "cv", "size": "small", "regionCode": "13.71",
                  "npwp": "0012345678901000", "vatRegistered": true, "finalTaxLetter": null,
                  "exemptBandStatement": false, "turnoverYearToDate": null },
      "lines": [ { "productId": "p1", "category": "stationery", "taxClass": "goods", "unitPrice": 5000000,
                   "priceIncludesVat": false, "quantity": 2, "standardPrice": 6000000 } ],
      "budget": { "available": 100000000 },
      "recentOrders": [ { "id": "o1", "number": "00001/EO/A/II/2027", "date": "2027-02-20", "packageId": "k1",
                          "unitId": "u1", "account": "5.1.02.01.01.0024", "category": "stationery",
                          "vendorId": "v9", "gross": 20000000, "itemNames": ["kertas A4"],
                          "needDate": "2027-02-25" } ],
      "packageId": "k2", "unitId": "u1", "account": "5.1.02.01.01.0024", "vendorId": "v1",
      "itemNames": ["kertas F4"], "needDate": "2027-03-05", "deliverBy": "2027-03-10",
      "comparedPrices": [ { "source": "toko", "unitPrice": 5100000 } ],
      "catalogueCheck": { "result": "not_found", "evidence": "halaman" }, "justification": null }
    """

  private func decide(_ text: String, _ overrides: [String] = []) throws -> JSONValue {
    let file = try shippedTenant("sumbar")
    return try JSONValue(parsing: try file.decide(json: Array(text.utf8), overrides: overrides))
  }

  private func refusals(_ text: String, _ overrides: [String] = []) -> [String] {
    do {
      _ = try decide(text, overrides)
      return []
    } catch let refusals as Refusals {
      return refusals.sentences
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `the example of the contract`() throws {
    let decision = try decide(Self.order)
    #expect(decision["allowed"] == true)
    #expect(decision["rulesVersion"] == "2025.1")
    #expect(decision["evidenceForm"] == "receipt_bill")
    #expect(decision["violations"] == [])
    let totals: JSONValue = [
      "priceExVat": 10_000_000, "vatBase": 9_166_667, "vat": 1_100_000, "vatCollected": 1_100_000,
      "gross": 11_100_000, "withheld": 150_000, "netToVendor": 9_850_000,
    ]
    #expect(decision["totals"] == totals)
    let tax = try #require(decision["taxes"]?.elements?.first)
    #expect(tax["code"] == "PPN")
    #expect(tax["base"] == 10_000_000)
    #expect(tax["rule"] == "PPN@2025-01-01")
    #expect(tax["collectedBy"] == "treasurer")
    #expect(tax["lines"] == ["p1"])
  }

  @Test func `members may be left out where nothing is meant`() throws {
    let order = """
      {"date": "2027-03-01", "paymentMode": "UP", "procedure": "offer",
       "vendor": {"state": "verified", "legalForm": "pt", "size": "micro", "vatRegistered": false},
       "lines": [{"productId": "p", "category": "c", "taxClass": "goods", "unitPrice": 1, "quantity": 1}]}
      """
    let decision = try decide(order)
    let codes = decision["violations"]?.elements?.compactMap { $0["code"]?.text }
    #expect(codes == ["SSH", "CATALOGUE_FIRST"])
    #expect(decision["allowed"] == false)
  }

  @Test(
    arguments: [
      ("\"date\": \"2027-03-01\"", "\"date\": \"2027-02-30\"", "/date"),
      ("\"date\": \"2027-03-01\",", "", "/date"),
      ("\"LS\"", "\"CASH\"", "/paymentMode"), ("\"offer\"", "\"tender\"", "/procedure"),
      ("\"quantity\": 2", "\"quantity\": 0", "/lines/0/quantity"),
      ("\"quantity\": 2", "\"quantity\": 2.0", "/lines/0/quantity"),
      ("\"quantity\": 2", "\"quantity\": \"2\"", "/lines/0/quantity"),
      ("5000000", "99999999999999999999", "/lines/0/unitPrice"), ("5000000", "-1", "/lines/0/unitPrice"),
      ("\"colour\": 1, ", "", ""),
      ("\"productId\": \"p1\"", "\"productId\": \"p1\", \"colour\": 1", "/lines/0/colour"),
      ("\"justification\"", "\"justified\"", "/justified"), ("\"small\"", "\"big\"", "/vendor/size"),
      ("\"0012345678901000\"", "\"123\"", "/vendor/npwp"), ("\"verified\"", "\"good\"", "/vendor/state"),
      (
        "\"finalTaxLetter\": null", "\"finalTaxLetter\": {\"number\": \"1\"}",
        "/vendor/finalTaxLetter/validUntil"
      ),
      ("\"not_found\"", "\"absent\"", "/catalogueCheck/result"),
      ("20000000,", "\"x\",", "/recentOrders/0/gross"),
      ("[\"kertas F4\"]", "[1]", "/itemNames"), ("\"toko\"", "null", "/comparedPrices/0/source"),
      ("{ \"available\": 100000000 }", "{ \"free\": 1 }", "/budget/free"),
      ("\"justification\": null }", "\"justification\": null", "JSON"),
    ])
  func `each error of the input has its sentence`(right: String, wrong: String, pointer: String) {
    let found = refusals(Self.order.replacingOccurrences(of: right, with: wrong))
    if pointer.isEmpty {
      #expect(found == [])
    } else {
      #expect(found.contains { $0.contains(pointer) }, "\(found)")
      #expect(found.allSatisfy { $0.hasSuffix(".") && !$0.contains("\n") })
    }
  }

  @Test func `a look-alike letter makes another word`() {
    let found = refusals(Self.order.replacingOccurrences(of: "\"LS\"", with: "\"\u{212A}KPD\""))
    #expect(found.count == 1 && found[0].hasPrefix("/paymentMode"), "\(found)")
  }

  @Test(arguments: ["a\nb", "a\u{85}b", "a\u{2028}b", "a\u{2029}b", "a\u{202E}b", "a\tb"])
  func `one error is one line`(name: String) {
    let json = Self.order.replacingOccurrences(
      of: "\"justification\"",
      with:
        "\"\(name.unicodeScalars.map { "\\u" + String(("000" + String($0.value, radix: 16)).suffix(4)) }.joined())\""
    )
    #expect(refusals(json) == ["/a?b: the member is unknown."])
    #expect(refusals(Self.order, ["\(name)=1"]) == ["--set a?b: unknown key."])
    #expect(refusals(Self.order, [name]) == ["--set a?b: key=value is due here."])
  }

  @Test func `a key without a value is told so`() {
    #expect(refusals(Self.order, ["direct.max="]) == ["--set direct.max: the key has no value."])
  }

  @Test func `a long name is cut`() {
    let name = String(repeating: "x", count: 300)
    let found = refusals(Self.order, ["\(name)=1", name])
    #expect(found.count == 2 && found.allSatisfy { $0.count < 160 }, "\(found)")
  }

  @Test func `all errors are told at once`() {
    #expect(refusals("{\"lines\": [{}], \"vendor\": {}, \"x\": 1}").count == 13)
    #expect(refusals("[]").count == 1)
    #expect(refusals("").count == 1)
  }

  @Test func `amounts beyond counting are a sentence`() {
    let found = refusals(Self.order.replacingOccurrences(of: "5000000", with: "9223372036854775807"))
    #expect(found == ["The order cannot be decided: an amount is larger than can be counted."])
  }

  @Test(
    arguments: [
      ("order.cap_gross=50000001", false), ("order.cap_gross=11000000", true),
      ("catalogue_check.mode=warn", true),
      ("tax.collector=PLATFORM", true), ("tax.collector=NOBODY", false), ("payment.bank_code=111", true),
      ("payment.modes=[UP, LS]", true), ("payment.modes=UP", false), ("split.similarity=0.9", false),
      ("timer.accept_hours.fnb=12", true), ("timer.accept_hours.fnb=1", false), ("no.such=1", false),
      ("tenant.slug=x1", false), ("direct.max", false), ("=1", false), ("timer.pay_wd=8", false),
      ("hold.by_auditor=true", true), ("hold.by_auditor=maybe", false), ("payment.modes=[*a]", false),
      ("ssh.mode=warn", true), ("split.window_days=1", false), ("split.window_days=31", true),
      ("split.similarity=0.5", true), ("publish.mask=[nik]", false), ("split.limit=50000001", false),
      ("payment.up_single_max=50000001", false), ("direct.max=50000001", false),
      ("order.cap_basis=EX", false),
      ("evidence.receipt_max=9999999", false), ("evidence.kuitansi_max=50000000", true),
      ("effective_from=2018-06-30", false), ("version=9", false), ("timer.accept_hours.catering=12", true),
      ("timer.accept_hours.nothing=12", false), ("timer.accept_hours.X=12", false),
      ("export.schedule=0 3 1 * *", true), ("payment.modes=[\u{212A}KPD]", false),
    ])
  func `settings of one call are checked like the file's`(override: String, isAllowed: Bool) {
    #expect(refusals(Self.order, [override]).isEmpty == isAllowed)
  }

  @Test func `a looser setting of one call is refused in the words of the file's check`() throws {
    let told = refusals(Self.order, ["split.window_days=29"])
    #expect(told == ["--set split.window_days: 29 is looser than the national rules; allowed: at least 30."])
  }

  @Test func `settings of one call count`() throws {
    let capped = try decide(Self.order, ["order.cap_gross=11000000", "direct.max=1"])
    #expect(capped["allowed"] == false)
    #expect(capped["violations"]?.elements?.first?["code"] == "ORDER_CAP")
    #expect(capped["evidenceForm"] == .null)
    let old = Self.order.replacingOccurrences(
      of: "\"date\": \"2027-03-01\"", with: "\"date\": \"2024-12-31\"")
    let before = try decide(old, ["order.cap_gross=11000000", "direct.max=1"])
    #expect(before["rulesVersion"] == "national-2024-12-31")
    #expect(before["violations"]?.elements?.first?["code"] == "ORDER_CAP")
  }
}
