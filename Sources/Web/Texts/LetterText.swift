/// The words of mail.
enum LetterText: Phrase {
  case greeting(String)
  case invitationSubject, invitationLead, invitationAction
  case resetSubject, resetLead, resetAction, resetAsk
  case passwordChangedSubject, passwordChangedLead
  case proofSubject, proofLead, proofAction
  case emailChangedSubject, emailChangedLead
  case bankChangedSubject
  case bankChangedLead(vendor: String, until: String)
  case factorOnSubject, factorOnLead, factorRenewedSubject, factorRenewedLead, factorOffSubject, factorOffLead
  case factorResetSubject, factorResetLead, factorNotYou
  case recoveryUsedSubject
  case recoveryUsedLead(left: Int)
  case noticesSubject(count: Int)
  case noticesMore(count: Int)
  case noticesLead, noticesAction
  case linkOnce(until: String)
  case notYou, automatic
}
