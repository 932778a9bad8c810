import EOrderRules
import Procurement

extension RegistrationText {
  var english: String {
    switch self {
    case .title: "Register as a vendor"
    case .lead:
      "Fill in a little at a time. You may stop at any step and go on whenever you like within \(Registration.keptDays) days."
    case .begin: "Begin"
    case .goOn: "Go on with a registration"
    case .goOnWith(let email): "There is an unfinished registration of \(email)."
    case .goOnLead: "Begun on another phone or computer? Enter the e-mail address and password that you used."
    case .discard: "Begin with another address"
    case .haveAccount: "Have you an account already, or begun to register before?"
    case .stepOf(let number, let count): "Step \(number) of \(count)"
    case .progress: "Progress of the registration"
    case .allSteps: "All steps"
    case .stillOpen: "incomplete"
    case .told: "complete"
    case .saveAndGoOn: "Save and go on"
    case .kept:
      "What you typed is kept each time you press the button. You may close this page and come back later."
    case .stepTitle(let step): step.englishTitle
    case .stepLead(let step): step.englishLead
    case .label(let field): field.englishLabel
    case .hint(let field): field.englishHint
    case .legalForm(let form): form.english
    case .size(let size): size.english
    case .sizeUpTo(let size, let capital, let sales):
      "\(size.english): capital up to \(capital), or sales of a year up to \(sales)"
    case .exemptHint(let limit):
      "Individuals with a yearly turnover up to \(limit) only: no income tax is withheld. Leave empty if there is none."
    case .vatYes: "Yes, registered for VAT (PKP)"
    case .vatNo: "Not registered for VAT"
    case .otherProvince(let name): "Other province: \(name)"
    case .words: "What do you sell or do?"
    case .wordsHint: "One or two words, such as catering, stationery, cakes, photocopying. Then press Search."
    case .search: "Search"
    case .found: "Tick what your NIB says"
    case .chosen: "Chosen (untick to remove)"
    case .nothingFound: "Nothing found. Try another word, or write the KBLI code of your NIB below."
    case .otherCode: "KBLI code of the NIB, if you know it"
    case .otherCodeHint: "Five digits, such as 56290. Several codes with blanks between them."
    case .codeAlone: "KBLI code"
    case .codeWrong: "A KBLI code has five digits, such as 56290."
    case .linesMissing: "Choose at least one line of business."
    case .change: "Change"
    case .missing: "What is still missing"
    case .papersNext: "Papers that will be asked for next"
    case .papersNextLead: "Have their photos ready; a phone's camera is enough."
    case .finish: "Make the vendor's account"
    case .finishLead: "Next you hand in papers and submit. Everything can still be changed until you submit."
    case .notYet: "The account can be made when all steps are complete."
    case .empty: "not filled in"
    case .howTo: "How to register"
    case .howToLead: "For micro and small businesses and cooperatives that want to sell to the province."
    case .whoMay: "Who may"
    case .whoSizes(let small, let medium, let cooperatives):
      "Micro businesses" + (small ? ", small businesses" : "") + (medium ? ", medium businesses" : "")
        + (cooperatives ? ", and cooperatives." : ".")
    case .whoPlace(let policy, let province): policy.english(province)
    case .prepare: "Have ready"
    case .prepareNumbers:
      "NIB, the owner's NIK, NPWP if there is one, a phone number, and an account in the owner's or the business's name."
    case .stepsTitle: "The steps"
    case .stepOne: "Make an account with an e-mail address and a password."
    case .stepTwo: "Tell of the business, its owner, taxes and bank account. A little at a time will do."
    case .stepThree: "Photograph and upload the papers, then submit."
    case .stepFour: "Wait for the verifier. When you are verified, enter your products."
    case .afterwards: "After submitting"
    case .afterSubmitting(let days):
      "A verifier looks within \(days) working days. You are told the result; if something is missing, you can mend it."
    case .afterVerifying: "A verifier looks at each product before it is listed. Then orders come to you."
    case .costs: "Costs"
    case .costsNothing:
      "Registering and selling here cost nothing. Taxes are reckoned and shown before you accept an order."
    case .final: "What cannot be taken back"
    case .finalSubmitted: "Once submitted, the particulars are locked until the verifier has finished."
    case .finalAccepted:
      "Once you accept an order you are bound to its price and day. Being late costs a penalty."
    case .finalDelivered: "Once the handover is signed, the quantities accepted decide what is paid."
    case .finalReturned:
      "A registration that was returned lapses if it is not mended by the day that is shown; you can submit it again."
    }
  }
}

extension RegistrationStep {
  fileprivate var englishTitle: String {
    switch self {
    case .account: "E-mail and password"
    case .business: "Your business"
    case .lines: "Lines of business"
    case .owner: "Owner"
    case .size: "Size of the business"
    case .tax: "Taxes"
    case .bank: "Bank account"
    case .review: "Check and finish"
    }
  }

  fileprivate var englishLead: String {
    switch self {
    case .account: "From here on what you type is kept, and you can sign in later."
    case .business: "As your NIB (business number) says."
    case .lines: "Search by words; you need not know KBLI codes."
    case .owner: "Whoever is named as the owner or head."
    case .size: "It tells whether your business is micro or small."
    case .tax: "Only what you have. It decides which taxes are withheld from payments."
    case .bank: "Orders are paid to this account."
    case .review: "Look once more. Press Change where something is wrong."
    }
  }
}

extension RegistrationField {
  fileprivate var englishLabel: String {
    switch self {
    case .email: "E-mail address"
    case .password: "Password"
    case .legalForm: "Legal form"
    case .businessName: "Name of the business"
    case .nib: "NIB"
    case .street: "Address of the business"
    case .region: "Regency or city"
    case .ownerName: "Owner's name"
    case .ownerNik: "Owner's NIK"
    case .phone: "Phone number"
    case .size: "Size of the business"
    case .capital: "Capital"
    case .yearlySales: "Sales of a year"
    case .npwp: "NPWP"
    case .vatRegistered: "Registered for VAT (PKP)?"
    case .letterNumber: "Number of the letter on the final tax of small businesses"
    case .letterUntil: "The letter holds until"
    case .statementDate: "Day of the statement of turnover free of income tax"
    case .statementTurnover: "Turnover of this year before that day"
    case .bankCode: "Bank"
    case .accountNumber: "Account number"
    case .accountName: "Name on the account"
    }
  }

  fileprivate var englishHint: String {
    switch self {
    case .email: "Orders are announced here."
    case .password: "At least 10 letters or digits. Three random words are easy to remember and safe."
    case .legalForm: "Your own business without a legal body: choose individual."
    case .businessName: ""
    case .nib: "13 digits, at the top of the NIB from OSS."
    case .street: "Street, number, RT/RW, village, district."
    case .region: ""
    case .ownerName: "As on the identity card."
    case .ownerNik: "16 digits on the identity card. Only you and officials in charge see all of them."
    case .phone: "Such as 0812 3456 7890."
    case .size: "One of the two suffices."
    case .capital: "About, without land and buildings."
    case .yearlySales: "About, all sales of one year."
    case .npwp: "15 or 16 digits. Leave empty if you have none; more tax may then be withheld."
    case .vatRegistered: "Most micro businesses are not."
    case .letterNumber:
      "From the tax office. With it less income tax is withheld. Leave empty if you have none."
    case .letterUntil: ""
    case .statementDate: "Individuals only. Leave empty if there is none."
    case .statementTurnover: ""
    case .bankCode: ""
    case .accountNumber: "Digits only, as in the passbook."
    case .accountName:
      "Should be like the owner's or the business's name; if it is not, the verifier will ask."
    }
  }
}

extension LegalForm {
  fileprivate var english: String {
    switch self {
    case .individual: "Individual"
    case .onePersonCompany: "One-person company"
    case .cooperative: "Cooperative"
    case .cv: "CV"
    case .pt: "PT"
    case .firma: "Firma"
    }
  }
}

extension BusinessSize {
  fileprivate var english: String {
    switch self {
    case .micro: "Micro business"
    case .small: "Small business"
    case .medium: "Medium business"
    }
  }
}

extension VendorSettings.RegionPolicy {
  fileprivate func english(_ province: String) -> String {
    switch self {
    case .inProvince: "Only businesses with an address in \(province)."
    case .national: "Businesses from all of Indonesia."
    case .preferLocal: "Businesses from all of Indonesia; at the same price, those of \(province) come first."
    }
  }
}
