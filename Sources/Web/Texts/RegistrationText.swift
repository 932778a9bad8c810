import EOrderRules

/// The words of registering a business.
enum RegistrationText: Phrase {
  case title, lead, begin, goOn
  case goOnWith(email: String)
  case goOnLead, discard, haveAccount
  case stepOf(number: Int, count: Int)
  case progress, allSteps, stillOpen, told, saveAndGoOn, kept
  case stepTitle(RegistrationStep)
  case stepLead(RegistrationStep)
  case label(RegistrationField)
  case hint(RegistrationField)
  case legalForm(LegalForm)
  case size(BusinessSize)
  case sizeUpTo(BusinessSize, capital: String, sales: String)
  case exemptHint(limit: String)
  case vatYes, vatNo
  case otherProvince(String)
  case words, wordsHint, search, found, chosen, nothingFound, otherCode, otherCodeHint, codeAlone, codeWrong
  case linesMissing
  case change, missing, papersNext, papersNextLead, finish, finishLead, notYet, empty
  case howTo, howToLead, whoMay
  case whoSizes(small: Bool, medium: Bool, cooperatives: Bool)
  case whoPlace(VendorSettings.RegionPolicy, province: String)
  case prepare, prepareNumbers, stepsTitle, stepOne, stepTwo, stepThree, stepFour
  case afterwards
  case afterSubmitting(days: Int)
  case afterVerifying, costs, costsNothing
  case final, finalSubmitted, finalAccepted, finalDelivered, finalReturned
}
