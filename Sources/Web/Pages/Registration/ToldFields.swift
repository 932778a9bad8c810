import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// What was told in the fields, in words: names instead of codes.
struct ToldFields {
  let language: Language
  let directory: NationalDirectory
  let forms: RegistrationForms
  let fields: [String: String]

  /// Nil where nothing was told.
  func text(_ field: RegistrationField) -> String? {
    guard let value = fields[field.rawValue], !value.isEmpty else { return nil }
    switch field {
    case .region: return directory.regionName(value).map { "\($0) (\(value))" } ?? value
    case .bankCode: return directory.bankName(value) ?? value
    case .legalForm: return LegalForm(rawValue: value).map { language(RegistrationText.legalForm($0)) }
    case .size: return BusinessSize(rawValue: value).map { language(RegistrationText.size($0)) }
    case .vatRegistered: return language(value == "true" ? RegistrationText.vatYes : .vatNo)
    case .capital, .yearlySales, .statementTurnover:
      return Int64(TypedMoney.digits(value)).map { language.money(Rupiah($0)) } ?? value
    case .letterUntil, .statementDate: return Day(value).map { language.day($0) } ?? value
    default: return value
    }
  }

  func lines(_ codes: [String]) -> String {
    let places = Places(directory: directory, province: "", language: language)
    let names = codes.map { code in KBLI(code).map { places.business($0) } ?? code }
    return names.isEmpty ? language(RegistrationText.empty) : names.joined(separator: "; ")
  }
}
