import EOrderRules
package import StrictJSON

extension VendorProfile {
  /// The profile in full, as the vendor itself sees it.
  package var json: JSONValue {
    [
      "legalForm": .string(legalForm.rawValue), "businessName": .string(businessName),
      "ownerName": .string(ownerName), "ownerNik": .string(ownerNik), "nib": .string(nib),
      "npwp": JSONValue(npwp?.description), "size": .string(size.rawValue), "capital": JSONValue(capital),
      "yearlySales": JSONValue(yearlySales), "kbli": .array(kbli.map(\.json)),
      "vatRegistered": .bool(vatRegistered), "finalTaxLetter": finalTaxLetter?.json ?? .null,
      "exemptBandStatement": exemptBandStatement?.json ?? .null, "foreign": .bool(isForeign),
      "withholdingExemption": withholdingExemption?.json ?? .null, "email": .string(email),
      "phone": .string(phone), "address": ["street": .string(street), "regionCode": .string(regionCode)],
      "bank": [
        "code": .string(bankCode), "accountNumber": .string(accountNumber),
        "accountName": .string(accountName),
      ],
      "serviceRegions": .array(serviceRegions.map(JSONValue.string)),
    ]
  }

  /// The profile with NIK, NPWP and account number shown by their last four digits only.
  var masked: VendorProfile.Masked {
    Masked(
      ownerNik: ownerNik.maskedToLastFour, npwp: npwp?.description.maskedToLastFour,
      accountNumber: accountNumber.maskedToLastFour)
  }

  /// The three numbers that others see only the end of.
  struct Masked {
    let ownerNik: String
    let npwp: String?
    let accountNumber: String

    /// Puts the masked numbers into a profile's JSON.
    func hide(in json: JSONValue) -> JSONValue {
      json.merging([
        "ownerNik": .string(ownerNik), "npwp": JSONValue(npwp),
        "bank": ["accountNumber": .string(accountNumber)],
      ])
    }
  }
}

extension KBLI {
  package var json: JSONValue { ["code": .string(code), "version": .string(edition.rawValue)] }
}

extension TaxLetter {
  fileprivate var json: JSONValue { ["number": .string(number), "validUntil": JSONValue(validUntil)] }
}

extension ExemptBandStatement {
  fileprivate var json: JSONValue { ["date": JSONValue(date), "turnoverBefore": JSONValue(turnoverBefore)] }
}
