/// What can be done with an order; the raw values are the spelling in URLs and in the history.
package enum OrderTransition: String, Sendable, CaseIterable {
  case create, submit, `return`, reject, issue, withdraw, accept, decline, expire, reissue, discard
  case startDelivery = "start-delivery"
  case arrive
  case inspectOk = "inspect-ok"
  case inspectReject = "inspect-reject"
  case invoice, verify, query
  case requestPayment = "request-payment"
  case approvePayment = "approve-payment"
  case confirmPaid = "confirm-paid"
  case close
  /// Everything was billed and paid in parts: nothing is left to bill with the order.
  case settle
  case partialHandover = "partial-handover"
  case amend
  case answerAmendment = "answer-amendment"
  case cancelMutual = "cancel-mutual"
  case terminate
  case openDispute = "open-dispute"
  case answerDispute = "answer-dispute"
  case closeDispute = "close-dispute"
  case hold, release, rate
}
