import EOrderRules

/// The words of a vendor's papers.
enum PaperText: Phrase {
  case title, lead, required, optional, registered, registeredAdvice
  case name(String)
  case why(String)
  case received(String)
  case handIn, replace, camera, file, lastDay, lastDayHint, send
  case handedIn(at: String)
  case validUntil(String)
  case look(String)
  case missing, notAsked, ended, endingSoon, waiting, checked
  case chooseFile, tooLarge, wrongType
}

/// The words of a vendor's profile.
enum ProfileText: Phrase {
  case title, standing, submit, ownerSubmits, notSaved, locked
  case meaning(VendorState)
  case reason(String)
  case answerDue(String)
  case mendUntil(String)
  case section(ProfileSection)
  case changeOf(ProfileSection)
  case saved(String)
  case bankCooling(until: String)
  case bankWarning(days: Int)
  case sanctions, noSanctions, suspension, blacklist, objection
  case term(from: String, until: String?)
  case decree(String)
}

/// The words of a vendor's first page.
enum HomeText: Phrase {
  case hello(String)
  case submitted, submittedAdvice, goOnRegistering, waiting, nothingWaits, nothingYet
  case paperEnded(String)
  case paperEnding(String, on: String)
  case openRequests(count: Int)
  case firstDeadline
  case money, noMoney, moneyLead, amount, when, invoiceFirst, payPaused, noDay, paidLately
  case payBy(String)
  case noProducts, noProductsAdvice, firstProduct, listedOnceVerified
  case products(count: Int)
}
