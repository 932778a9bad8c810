import EOrderRules
import Procurement

/// The words of the steps that a person can take with an order.
enum StepText: Phrase {
  case nextStep, otherSteps, noStep
  /// What the button says.
  case act(OrderTransition)
  /// What happens then.
  case means(OrderTransition)
  case justificationDue(String)
  case reason, justification, justificationHint, deliveryNote, position, positionHint
  case deliveryPhoto, deliveryPhotoHint, arrivalPhoto, arrivalPhotoHint, invoicePhoto, invoicePhotoHint
  case acceptedOf(product: String, ordered: String)
  case acceptedHint
  case number, date, taxInvoiceNumber, taxInvoiceHint, reference, paymentReferenceHint, paidOn, amount
  case amountHint(String)
  case amountDue, unheard
  case amountDueHint(gross: String)
  case newQuantity(product: String, ordered: String)
  case newQuantityHint, agree, agreed, notAgreed, whyNot, answer, decisionText, outcome
  case outcomeText(DisputeOutcome)
  case claimedAmount, claimedHint, stars
  case starsOf(Int)
  case comment
  case partOf(product: String, left: String)
  case reasonForAccount, reasonForAccountHint, reasonForTaxes, reasonForTaxesHint
  case complaint, moreTime, moreTimeHint
  case spp, spm, sp2d, cardSlip, debitReference, debitConsent, debitConsentHint
  case ntpn(TaxCode)
  case ntpnHint, ntpnAlone, ntpnFormat, penaltyReference, penaltyReferenceHint
  case complaintAbout(ComplaintSubject)
  case refused, changed, rulesAgainst, recorded
}
