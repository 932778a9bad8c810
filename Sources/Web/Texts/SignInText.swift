/// The words of signing in and of setting a password.
enum SignInText: Phrase {
  case title, lead, email, password, submit, wrong, needed, leadCentral
  case wait(minutes: Int)
  case setTitle, setLead, newPassword, passwordHint, save, passwordSet, passwordSetAdvice
  case invitationGone, invitationGoneAdvice
  case signedOut
}
