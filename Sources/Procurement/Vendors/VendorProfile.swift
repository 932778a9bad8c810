package import EOrderRules
import Foundation
package import StrictJSON

/// What a vendor says of itself: everything that a person writes into its registration.
package struct VendorProfile: Sendable, Equatable {
  package var legalForm: LegalForm
  package var businessName: String
  package var ownerName: String
  package var ownerNik: String
  package var nib: String
  package var npwp: NPWP?
  package var size: BusinessSize
  /// Without land and buildings.
  package var capital: Rupiah
  package var yearlySales: Rupiah
  package var kbli: [KBLI]
  package var vatRegistered: Bool
  package var finalTaxLetter: TaxLetter?
  package var exemptBandStatement: ExemptBandStatement?
  /// A taxpayer of another country.
  package var isForeign: Bool
  /// The certificate that nothing is withheld (Surat Keterangan Bebas).
  package var withholdingExemption: TaxLetter?
  /// In lower case.
  package var email: String
  /// In E.164.
  package var phone: String
  package var street: String
  package var regionCode: String
  package var bankCode: String
  package var accountNumber: String
  package var accountName: String
  /// The regions that it serves, each with everything in it; empty where its address says it.
  package var serviceRegions: [String]

  /// Reads a body that `VendorProfile.shape` has checked.
  package init(body: JSONValue) {
    legalForm = LegalForm(rawValue: body.string("legalForm")) ?? .individual
    businessName = body.string("businessName")
    ownerName = body.string("ownerName")
    ownerNik = body.string("ownerNik")
    nib = body.string("nib")
    npwp = body["npwp"]?.text.flatMap { NPWP($0) }
    size = BusinessSize(rawValue: body.string("size")) ?? .medium
    capital = Rupiah(body["capital"]?.int64 ?? 0)
    yearlySales = Rupiah(body["yearlySales"]?.int64 ?? 0)
    kbli = Self.lines(body["kbli"])
    vatRegistered = body["vatRegistered"]?.bool ?? false
    finalTaxLetter = TaxLetter(json: body["finalTaxLetter"])
    exemptBandStatement = ExemptBandStatement(json: body["exemptBandStatement"])
    isForeign = body["foreign"]?.bool ?? false
    withholdingExemption = TaxLetter(json: body["withholdingExemption"])
    email = body.string("email").lowercased()
    phone = body.string("phone")
    street = body["address"]?.string("street") ?? ""
    regionCode = body["address"]?.string("regionCode") ?? ""
    bankCode = body["bank"]?.string("code") ?? ""
    accountNumber = body["bank"]?.string("accountNumber") ?? ""
    accountName = body["bank"]?.string("accountName") ?? ""
    serviceRegions = Set(body["serviceRegions"]?.elements?.compactMap(\.text) ?? []).sorted()
  }
}

/// An individual's statement that its turnover of the year lies in the exempt band.
package struct ExemptBandStatement: Sendable, Equatable {
  package let date: Day
  /// Turnover of the year before the statement.
  package let turnoverBefore: Rupiah

  init?(date: Day?, turnoverBefore: Rupiah?) {
    guard let date, let turnoverBefore else { return nil }
    self.date = date
    self.turnoverBefore = turnoverBefore
  }

  fileprivate init?(json: JSONValue?) {
    self.init(
      date: json?["date"]?.text.flatMap { Day($0) },
      turnoverBefore: json?["turnoverBefore"]?.int64.map { Rupiah($0) })
  }
}

extension TaxLetter {
  fileprivate init?(json: JSONValue?) {
    guard let number = json?["number"]?.text, let day = json?["validUntil"]?.text.flatMap({ Day($0) }) else {
      return nil
    }
    self.init(number: number, validUntil: day)
  }
}

extension KBLI {
  /// A code with its edition, or a bare text, which means the edition of 2020.
  package init?(json: JSONValue) {
    if let text = json.text {
      self.init(text)
    } else {
      guard let edition = Edition(rawValue: json.string("version")) else { return nil }
      self.init(code: json.string("code"), edition: edition)
    }
  }
}

extension VendorProfile {
  /// Lines of business that the shape has checked, each once.
  static func lines(_ value: JSONValue?) -> [KBLI] {
    (value?.elements ?? []).compactMap(KBLI.init(json:)).withoutRepeats
  }
}

extension [KBLI] {
  fileprivate var withoutRepeats: [KBLI] {
    var seen: Set<KBLI> = []
    return filter { seen.insert($0).inserted }
  }
}
