/// The words of one's own account: addresses, passwords and mail.
enum AccountText: Phrase {
  case title, address, addressProved, addressUnproved
  case changeAddress, newAddress, changeAddressHint, yourPassword
  case changePassword, currentPassword, newPassword, sessionsEnd
  case language
  case unprovedTitle(String)
  case unprovedAdvice, sendAgain
  case done(AccountDone)
}

/// What was just done to an account.
enum AccountDone: String, Sendable {
  case sent, password, proved
}

/// The words of a lost password and of links that prove an address.
enum AddressText: Phrase {
  case forgot, resetTitle, resetLead, resetAsk, resetAsked, resetAskedAdvice
  case newTitle, newLead, newSave, goneAdvice
  case proofTitle
  case proofLead(String)
  case proofConfirm, proofDone, proofDoneAdvice, proofGoneAdvice
  case taken
}

/// The words of the province's mail.
enum MailText: Phrase {
  case title, lead, none, noneAdvice, recipient, about, state, tried, refusal, retry
  case attempts(Int)
}
