import EOrderRules

/// The words of the auditor's inbox and of a flag's page.
enum FlagText: Phrase {
  case title, all, none, noneAdvice, state, anyState, flag, subject, raised, officer
  case name(ViolationCode)
  case unknownName(String)
  case attempt, attemptMeans, legal, rulesVersion, justification
  case facts
  case window(days: Int)
  case sum, limit, similarity, acceptedReasons
  case orders, order, orderDate, gross, withoutNumber, goToOrder, history, system
  case act(FlagTransition)
  case means(FlagTransition)
  case done(FlagTransition)
  case question, explanation, reason, reasonCode, noReasonCode
  case reasonName(String)
  case said(String)
  case noStep
  case ofOrder
}
