import EOrderRules
import Procurement

extension StepText {
  var english: String {
    switch self {
    case .nextStep: "Your step"
    case .otherSteps: "Other steps"
    case .noStep: "There is no step for you to take now."
    case .act(let transition): transition.englishVerb
    case .means(let transition): transition.englishMeaning
    case .reason: "Reason"
    case .justification: "Justification"
    case .justificationDue(let holds): "Required, since this order is held: \(holds)"
    case .justificationHint: "Needed where a finding holds this order."
    case .deliveryNote: "Number of the delivery note"
    case .deliveryPhoto: "Photo of the delivery note"
    case .deliveryPhotoHint: "So that everybody sees what was sent."
    case .arrivalPhoto: "Photo of the goods in place"
    case .arrivalPhotoHint: "A photo of what arrived protects you where somebody asks."
    case .invoicePhoto: "The invoice, a photo or PDF"
    case .invoicePhotoHint: "Payment is faster where the invoice is attached."
    case .position: "Where the goods were received"
    case .positionHint: "For example: store room on the ground floor, received by the guard."
    case .acceptedOf(let product, let ordered): "\(product): accepted of \(ordered)"
    case .acceptedHint: "Taxes and value are reckoned anew from what was accepted."
    case .number: "Invoice number"
    case .date: "Invoice date"
    case .taxInvoiceNumber: "Tax invoice number"
    case .taxInvoiceHint: "Required where you are registered for VAT; 17 digits."
    case .reference: "Reference"
    case .paymentReferenceHint:
      "The bank's number of the transfer or transaction; SP2D, card slip or debit numbers go into the next field."
    case .paidOn: "Day of payment"
    case .amount: "Amount transferred"
    case .amountHint(let amount): "The vendor is due \(amount)."
    case .amountDue: "Amount due, taxes included"
    case .amountDueHint(let gross):
      "Required where a part is paid. The order is worth \(gross) now, taxes included; what you write becomes its new value."
    case .unheard:
      "The other side has not answered yet. Decided now, it binds at once, and the history says that the other side was not heard."
    case .newQuantity(let product, let ordered): "\(product): new quantity, now \(ordered)"
    case .newQuantityHint: "The value of the order may rise by 10% at most."
    case .agree: "Your answer"
    case .agreed: "Agreed"
    case .notAgreed: "Not agreed"
    case .whyNot: "Reason, where you do not agree"
    case .answer: "Answer"
    case .decisionText: "Grounds"
    case .outcome: "Decision"
    case .outcomeText(let outcome): outcome.english
    case .claimedAmount: "Amount in dispute"
    case .claimedHint: "Leave empty where the dispute is not about money."
    case .stars: "Rating"
    case .starsOf(let stars): "\(stars) of 5"
    case .comment: "Comment"
    case .partOf(let product, let left): "\(product): received now, \(left) left"
    case .reasonForAccount: "Reason, where the vendor's account has changed"
    case .reasonForAccountHint: "Needed where the account is no longer that of the acceptance."
    case .reasonForTaxes: "What was decided on the taxes"
    case .reasonForTaxesHint: "Needed where the rules ask for a person's decision on them."
    case .complaint: "What the complaint is about"
    case .complaintAbout(let subject): DisputeText.subject(subject).english
    case .moreTime: "New last day of delivery"
    case .moreTimeHint: "Leave it empty to keep the day; 50 calendar days more at most."
    case .spp: "SPP number"
    case .spm: "SPM number"
    case .sp2d: "SP2D number"
    case .cardSlip: "Number of the card slip"
    case .debitReference: "The bank's debit reference"
    case .debitConsent: "Number of the consent to debit"
    case .debitConsentHint: "The budget owner's letter to the bank, where it has a number."
    case .ntpn(let tax): "NTPN of \(TaxText.tax(tax).english)"
    case .ntpnAlone: "NTPN"
    case .ntpnFormat: "16 capital letters and digits of the state's receipt."
    case .ntpnHint: "The state treasury's receipt. Leave empty where it is not deposited yet."
    case .penaltyReference: "Deposit slip of the penalty"
    case .penaltyReferenceHint: "Penalties go to the regional treasury (STS)."
    case .refused: "This step cannot be taken yet"
    case .changed:
      "The order has changed since you opened it. Look at it as it is now, and repeat if need be."
    case .rulesAgainst: "Rules that stand against this order"
    case .recorded: "Saved"
    }
  }
}

extension OrderTransition {
  fileprivate var englishVerb: String {
    switch self {
    case .create: "Draft the order"
    case .submit: "Submit to the commitment officer"
    case .return: "Return"
    case .reject: "Reject the order"
    case .issue: "Issue the purchase order"
    case .withdraw: "Withdraw the purchase order"
    case .accept: "Accept the order"
    case .decline: "Decline"
    case .expire: "Let it expire"
    case .reissue: "Issue again"
    case .discard: "Discard the draft"
    case .startDelivery: "Start delivery"
    case .arrive: "Record the arrival"
    case .inspectOk: "Pass the inspection"
    case .inspectReject: "Reject the delivery"
    case .invoice: "Send the invoice"
    case .verify: "Confirm that papers are complete"
    case .query: "Send the invoice back"
    case .requestPayment: "Request payment"
    case .approvePayment: "Approve payment"
    case .confirmPaid: "Record the payment"
    case .close: "Close the order"
    case .settle: "Record as paid in parts"
    case .partialHandover: "Hand over a part"
    case .amend: "Propose an amendment"
    case .answerAmendment: "Answer the amendment"
    case .cancelMutual: "Cancel together"
    case .terminate: "Terminate the order"
    case .openDispute: "Open a dispute"
    case .answerDispute: "Answer the dispute"
    case .closeDispute: "Decide the dispute"
    case .hold: "Hold the order"
    case .release: "Release the hold"
    case .rate: "Rate"
    }
  }

  fileprivate var englishMeaning: String {
    switch self {
    case .create: "A new draft is made."
    case .submit: "Budget is reserved and the commitment officer gets this order to decide on."
    case .return: "The order becomes a draft again so that it can be mended."
    case .reject: "The order ends; the reserved budget is released."
    case .issue: "The order gets its number and the vendor is told. All rules are checked once more."
    case .withdraw: "The order is cancelled before the vendor has accepted it."
    case .accept: "You are bound to fulfil this order at the price and by the day on this page."
    case .decline: "The order goes back to the commitment officer."
    case .expire: "The order ends since its deadline has passed."
    case .reissue: "The vendor gets a new deadline to answer."
    case .discard: "This draft leaves the list."
    case .startDelivery: "The commitment officer and the goods keeper learn that the goods are on their way."
    case .arrive: "Inspection can begin."
    case .inspectOk: "The technical officer proposes, the commitment officer signs the handover (BAST)."
    case .inspectReject: "The vendor has to mend or replace the goods."
    case .invoice: "The treasurer gets this invoice to verify."
    case .verify: "The papers of the payment are complete and right."
    case .query: "The vendor has to mend the invoice."
    case .requestPayment: "The budget owner is asked to approve the payment."
    case .approvePayment: "The treasurer can pay the vendor."
    case .confirmPaid: "The payment to the vendor is recorded as spending."
    case .close: "The order is finished. Earlier than 14 days after payment a reason is required."
    case .settle: "All parts were billed and paid; no invoice is left."
    case .partialHandover: "What was received is recorded; the rest is still to be delivered."
    case .amend: "The other side is asked to agree to the new quantities. Quantity 0 removes a line."
    case .answerAmendment: "Once agreed, quantities, taxes and the value of the order change at once."
    case .cancelMutual: "The order is cancelled when both sides have said so."
    case .terminate:
      "The first time the vendor is given time to mend the breach. After that time this step ends the order."
    case .openDispute: "The other side is asked to answer; the budget owner decides."
    case .answerDispute: "Your answer is recorded; mediation begins."
    case .closeDispute: "The decision binds the order."
    case .hold: "Nothing else can be done with the order until the hold is released."
    case .release: "The order can go on."
    case .rate: "You rate once. When both sides have rated, the order is closed."
    }
  }
}

extension DisputeOutcome {
  fileprivate var english: String {
    switch self {
    case .pay: "Pay what was accepted"
    case .part: "Pay a part; the order's value falls"
    case .redo: "Deliver or do it again"
    case .end: "End the order"
    }
  }
}
