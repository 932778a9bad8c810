import Foundation
import HTML

/// The steps of a registration, each a page with a few questions.
enum RegistrationStep: String, Sendable, CaseIterable {
  case account, business, lines, owner, size, tax, bank, review

  var url: PageURL { PageURL(path: ["register", rawValue]) }

  /// 1 for the first.
  var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  var next: RegistrationStep {
    let index = Self.allCases.index(after: Self.allCases.firstIndex(of: self) ?? 0)
    return index < Self.allCases.endIndex ? Self.allCases[index] : .review
  }

  /// The steps in which the vendor tells of itself.
  static let told: [RegistrationStep] = [.business, .lines, .owner, .size, .tax, .bank]

  /// What it asks for; the lines of business have a page of their own kind.
  var fields: [RegistrationField] {
    switch self {
    case .account: [.email, .password]
    case .business: [.legalForm, .businessName, .nib, .street, .region]
    case .owner: [.ownerName, .ownerNik, .phone]
    case .size: [.size, .capital, .yearlySales]
    case .tax:
      [.npwp, .vatRegistered, .letterNumber, .letterUntil, .statementDate, .statementTurnover]
    case .bank: [.bankCode, .accountNumber, .accountName]
    case .lines, .review: []
    }
  }
}

/// A question of a registration; the raw values are the members of the API's body, with dots.
enum RegistrationField: String, Sendable, CaseIterable {
  case email, password, legalForm, businessName, nib
  case street = "address.street"
  case region = "address.regionCode"
  case ownerName, ownerNik, phone, size, capital, yearlySales, npwp, vatRegistered
  case letterNumber = "finalTaxLetter.number"
  case letterUntil = "finalTaxLetter.validUntil"
  case statementDate = "exemptBandStatement.date"
  case statementTurnover = "exemptBandStatement.turnoverBefore"
  case bankCode = "bank.code"
  case accountNumber = "bank.accountNumber"
  case accountName = "bank.accountName"

  /// What stays away where the vendor has none.
  var isRequired: Bool {
    switch self {
    case .npwp, .letterNumber, .letterUntil, .statementDate, .statementTurnover: false
    default: true
    }
  }

  /// What the browser may know already.
  var autocomplete: String {
    switch self {
    case .email: "username"
    case .password: "new-password"
    case .businessName: "organization"
    case .street: "street-address"
    case .ownerName: "name"
    case .phone: "tel"
    default: "off"
    }
  }

  var maxLength: Int {
    switch self {
    case .street: 500
    case .email: 254
    case .nib, .ownerNik, .npwp, .accountNumber, .phone: 30
    case .password: 128
    default: 200
    }
  }
}
