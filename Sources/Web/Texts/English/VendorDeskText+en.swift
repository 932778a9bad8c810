import EOrderRules

extension PaperText {
  var english: String {
    switch self {
    case .title: "Papers of the business"
    case .lead: "Photograph each paper in good light, the whole page to be seen and read."
    case .required: "Asked for"
    case .optional: "Where there is one"
    case .registered: "Your account is ready"
    case .registeredAdvice: "Now hand in the papers below and press Submit the registration."
    case .name(let kind): Self.names[kind] ?? kind
    case .why(let kind): Self.reasons[kind] ?? ""
    case .received(let name): "Received: \(name)."
    case .handIn: "Hand in this paper"
    case .replace: "Hand in a new one"
    case .camera: "Take a photo now"
    case .file: "Or choose a file"
    case .lastDay: "Holds until"
    case .lastDayHint: "Leave empty where the paper has no last day."
    case .send: "Send the paper"
    case .handedIn(let at): "Handed in on \(at)."
    case .validUntil(let day): "Holds until \(day)."
    case .look(let name): "See: \(name)"
    case .missing: "Missing"
    case .notAsked: "Not required of you"
    case .ended: "Has ended"
    case .endingSoon: "Ends soon"
    case .waiting: "Waits to be checked"
    case .checked: "Checked"
    case .chooseFile: "Take a photo of the paper or choose its file first."
    case .tooLarge: "The file is too large; 10 MiB at most. Take the photo again in a smaller size."
    case .wrongType: "The file has to be a JPEG or PNG photo, or a PDF."
    }
  }

  private static let names: [String: String] = [
    "nib": "NIB (business number)", "npwp": "NPWP card", "nik": "Owner's identity card",
    "bank": "Passbook, first page", "umk_statement": "Statement of a micro or small business",
    "halal": "Halal certificate", "hygiene": "Hygiene certificate", "vat": "Letter of VAT registration",
    "final_tax": "Letter on the final tax of small businesses", "other": "Another paper",
  ]

  private static let reasons: [String: String] = [
    "nib": "The business number from OSS: it shows that your business is registered and what it does.",
    "npwp": "So that taxes withheld are recorded in your name.",
    "nik": "Stands in for the NPWP where you have none.",
    "bank": "So that the money of orders reaches the right account.",
    "umk_statement":
      "A stamped statement of your own, or from OSS, that your business is micro or small. Only such businesses may sell here.",
    "halal": "Asked of whoever sells food and drink.",
    "hygiene": "Asked of whoever sells food and drink; from the health office.",
    "vat": "Asked of businesses registered for VAT, since their prices carry it.",
    "final_tax": "With this letter less income tax is withheld. Without it the usual rate applies.",
    "other": "Another paper that the verifier asked for.",
  ]
}

extension ProfileText {
  var english: String {
    switch self {
    case .title: "Profile"
    case .standing: "Where the registration stands"
    case .submit: "Submit the registration"
    case .ownerSubmits: "The owner of the business submits it."
    case .notSaved: "The change was not saved"
    case .locked: "Locked once verified. Ask the verifier where it has to change."
    case .meaning(let state): state.englishMeaning
    case .reason(let reason): "Reason: \(reason)"
    case .answerDue(let moment): "The verifier answers by \(moment)."
    case .mendUntil(let moment): "Mend it and submit again by \(moment). After that the registration lapses."
    case .section(let section): section.english
    case .changeOf(let section): "Change: \(section.english)"
    case .saved(let section): "Saved: \(section)."
    case .bankCooling(let until):
      "Your new account is being checked. Until \(until) payments to it are held back. If it was not you who changed it, tell the verifier at once."
    case .bankWarning(let days):
      "After a change, payments to the new account wait up to \(days) days and the verifier looks whose it is. This protects you from fraud."
    case .sanctions: "Sanctions"
    case .noSanctions: "None."
    case .suspension: "Suspension"
    case .blacklist: "Blacklist"
    case .objection: "To object, write to the budget owner with your reasons."
    case .term(let from, let until): until.map { "\(from) to \($0)" } ?? "Since \(from)"
    case .decree(let decree): "Decree \(decree)"
    }
  }
}

extension VendorState {
  fileprivate var englishMeaning: String {
    switch self {
    case .draft: "Not submitted yet. Hand in the papers, then submit."
    case .submitted: "The verifier is looking. There is nothing for you to do."
    case .returned: "The verifier asks you to mend something."
    case .verified: "You can sell."
    case .rejected: "The registration was rejected and cannot be submitted again."
    case .suspended: "You cannot sell for the time being. Running orders are finished."
    case .blacklisted: "You cannot sell for as long as the blacklist says."
    case .lapsed: "The registration lapsed since it was not mended in time. You can submit it again."
    }
  }
}

extension ProfileSection {
  fileprivate var english: String {
    switch self {
    case .business: "Business"
    case .owner: "Owner"
    case .size: "Size of the business"
    case .tax: "Taxes"
    case .contact: "E-mail and phone"
    case .address: "Address"
    case .letters: "VAT registration and relief of income tax"
    case .bank: "Bank account"
    }
  }
}

extension HomeText {
  var english: String {
    switch self {
    case .hello(let name): "Home of \(name)"
    case .submitted: "The registration is submitted"
    case .submittedAdvice: "You will be told the result here. Meanwhile you can prepare products."
    case .goOnRegistering: "Complete and submit"
    case .waiting: "Waiting for you"
    case .nothingWaits: "Nothing to do now. New orders appear here."
    case .nothingYet: "No orders yet. They come once the business is verified and products are listed."
    case .paperEnded(let name): "Has ended: \(name)."
    case .paperEnding(let name, let day): "Ends on \(day): \(name)."
    case .openRequests(let count):
      count == 1 ? "1 open request for offers" : "\(count) open requests for offers"
    case .firstDeadline: "The first closes"
    case .money: "Money to come"
    case .noMoney: "None yet. It appears here once goods are accepted and the handover is signed."
    case .moneyLead: "After taxes. The reckoning stands on the order's page."
    case .amount: "Amount"
    case .when: "When"
    case .invoiceFirst: "Send the invoice first"
    case .payPaused: "Paused: something is being asked"
    case .noDay: "No deadline yet"
    case .paidLately: "Paid lately"
    case .payBy(let moment): "By \(moment)"
    case .noProducts: "No products yet"
    case .noProductsAdvice: "Enter your goods or services. You can do so while you wait to be verified."
    case .firstProduct: "Make the first product"
    case .listedOnceVerified: "Products are listed once your business is verified."
    case .products(let count): count == 1 ? "1 product" : "\(count) products"
    }
  }
}
