import EOrderRules
import Foundation

/// The parts of a vendor's profile that are changed together.
enum ProfileSection: String, Sendable, CaseIterable {
  case business, owner, size, tax, contact, address, letters, bank

  var fields: [RegistrationField] {
    switch self {
    case .business: [.legalForm, .businessName, .nib]
    case .owner: [.ownerName, .ownerNik]
    case .size: [.size, .capital, .yearlySales]
    case .tax: [.npwp]
    case .contact: [.email, .phone]
    case .address: [.street, .region]
    case .letters: [.vatRegistered, .letterNumber, .letterUntil, .statementDate, .statementTurnover]
    case .bank: [.bankCode, .accountNumber, .accountName]
    }
  }

  /// What a verified vendor may change without being verified again.
  private var staysOpen: Bool { [.contact, .address, .letters, .bank].contains(self) }

  /// Whether it has to be a short while only since somebody has shown who it is.
  var needsProof: Bool { [.contact, .bank].contains(self) }

  func mayChange(in state: VendorState) -> Bool {
    state.isEditable || (state == .verified && staysOpen)
  }

  /// Members of the body that are cleared where nothing is typed.
  var clearable: [String] {
    switch self {
    case .tax: ["npwp"]
    case .letters: ["finalTaxLetter", "exemptBandStatement"]
    default: []
    }
  }
}
