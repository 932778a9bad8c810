import EOrderRules
import Procurement

extension OrderText {
  var english: String {
    switch self {
    case .title: "Orders"
    case .waiting: "Waiting for you"
    case .nothingWaits: "Nothing waits for you"
    case .nothingWaitsAdvice: "Orders appear here when it is your turn."
    case .all: "All orders"
    case .state: "State"
    case .anyState: "Any state"
    case .none: "No orders yet"
    case .noneAdvice: "Orders appear here once they are drafted, and for vendors once they are issued."
    case .noneFound: "No order fits"
    case .noneFoundAdvice: "Look for fewer words, or take the filters away."
    case .words: "Number, vendor, package or goods"
    case .anyUnit: "All units"
    case .from: "Made since"
    case .to: "Made until"
    case .sort: "Sort"
    case .sorted(let sort):
      switch sort {
      case .newest: "Newest first"
      case .oldest: "Oldest first"
      case .deliverBy: "Last day of delivery"
      case .gross: "Smallest value first"
      case .grossDescending: "Greatest value first"
      }
    case .order: "Order"
    case .need: "Need"
    case .openNeed: "Open the need that this order came from"
    case .withoutNumber: "No number yet"
    case .vendor: "Vendor"
    case .unit: "Buying unit"
    case .officer: "Whom to ask (commitment officer)"
    case .gross: "Value"
    case .deliverBy: "Deliver by"
    case .created: "Created"
    case .open: "Open"
    case .more(let state): "All orders “\(state.english)”"
    case .packageName: "Package"
    case .rupCode: "RUP code"
    case .budgetLine: "Budget line"
    case .available: "Left in the budget line"
    case .deliverTo: "Deliver to"
    case .paymentMode: "Mode of payment"
    case .note: "Note"
    case .justification: "Justification of issue"
    case .mode(let mode): mode.english
    case .waitsFor(let roles): "Waiting for \(roles)"
    case .waitsForYou: "Waiting for you"
    case .waitsForNobody: "Nothing is left to do"
    case .youMayAdd: "There is still something that you can add"
    case .timers: "Deadlines"
    case .timer(let timer): timer.english
    case .answerBy: "Answer by"
    case .paused(let days): "paused with \(days) working day\(days == 1 ? "" : "s") left"
    case .left(let time): time.english
    case .lines: "Items"
    case .product: "Goods or service"
    case .quantity: "Quantity"
    case .unitPrice: "Unit price"
    case .lineTotal: "Value"
    case .accepted: "Accepted"
    case .withVat: "VAT included"
    case .withoutVat: "without VAT"
    case .invoice: "Invoice"
    case .taxInvoice: "Tax invoice"
    case .payment: "Payment reference"
    case .paidOn: "Paid on"
    case .invoiceNumber: "Invoice number"
    case .invoiceDate: "Invoice date"
    case .history: "History"
    case .by(let name, let role): name == role ? name : "\(name), \(role)"
    case .reason(let reason): "Reason: \(reason)"
    case .system: "automatic"
    case .papers: "Attachments"
    case .paper(let kind): OrderText.englishPaper(kind)
    case .download: "Download"
    case .size(let kibibytes): "\(kibibytes) KiB"
    case .facts: "About this order"
    case .placed: "Created"
    case .done(let transition): transition.englishPast
    case .proposed: "Inspection proposed"
    case .withoutPhoto: "No photo was attached to the vendor's report of arrival."
    case .overlay(let overlay): overlay.english
    case .laidBy(let name, let at): "By \(name), \(at)"
    case .proposedQuantity(let product, let now, let then, let unit):
      "\(product): from \(now) to \(then) \(unit)"
    case .disputed(let amount): "Amount in dispute: \(amount)"
    case .answered(let answer): "Answer: \(answer)"
    }
  }

  private static func englishPaper(_ kind: String) -> String {
    switch kind {
    case "delivery_note": "Delivery note"
    case "photo": "Photo"
    case "invoice": "Invoice"
    case "tax_invoice": "Tax invoice"
    case "receipt": "Receipt"
    case "attendance": "Attendance list"
    case "evidence": "Evidence"
    default: "Other"
    }
  }
}

extension PaymentMode {
  fileprivate var english: String {
    switch self {
    case .up: "UP – petty cash"
    case .gu: "GU – replenished petty cash"
    case .tu: "TU – additional petty cash"
    case .ls: "LS – straight to the vendor's account"
    case .kkpd: "KKPD – regional government credit card"
    case .autodebit: "Debit of the unit's account"
    }
  }
}

extension OrderTimer {
  fileprivate var english: String {
    switch self {
    case .accept: "Vendor accepts"
    case .inspect: "Inspection and handover"
    case .invoice: "Vendor invoices"
    case .verify: "Papers verified"
    case .pay: "Payment"
    case .cure: "Vendor mends"
    case .dispute: "Dispute settled"
    case .replace: "Goods delivered anew"
    }
  }
}

extension TimeLeft {
  fileprivate var english: String {
    let hourText = hours == 1 ? "1 hour" : "\(hours) hours"
    let dayText = days == 1 ? "1 day" : "\(days) days"
    let span = days > 0 ? "\(dayText) \(hourText)" : hours > 0 ? hourText : "less than an hour"
    return isOver ? "\(span) overdue" : "\(span) left"
  }
}

extension OrderTransition {
  fileprivate var englishPast: String {
    switch self {
    case .create: "Order drafted"
    case .submit: "Submitted to the commitment officer"
    case .return: "Returned for mending"
    case .reject: "Rejected"
    case .issue: "Purchase order issued"
    case .withdraw: "Withdrawn"
    case .accept: "Accepted by the vendor"
    case .decline: "Declined by the vendor"
    case .expire: "Expired without an answer"
    case .reissue: "Issued again"
    case .discard: "Draft discarded"
    case .startDelivery: "Delivery started"
    case .arrive: "Goods arrived"
    case .inspectOk: "Inspection passed, handover signed"
    case .inspectReject: "Inspection: rejected"
    case .invoice: "Invoice sent"
    case .verify: "Papers verified"
    case .query: "Invoice sent back"
    case .requestPayment: "Payment requested"
    case .approvePayment: "Payment approved"
    case .confirmPaid: "Payment recorded"
    case .close: "Order closed"
    case .settle: "Paid part by part"
    case .partialHandover: "A part was handed over"
    case .amend: "An amendment was proposed"
    case .answerAmendment: "The amendment was answered"
    case .cancelMutual: "Cancelling together"
    case .terminate: "Termination"
    case .openDispute: "A dispute was opened"
    case .answerDispute: "The dispute was answered"
    case .closeDispute: "The dispute was decided"
    case .hold: "The order was held"
    case .release: "The hold was released"
    case .rate: "A rating was given"
    }
  }
}

extension OrderOverlay {
  fileprivate var english: String {
    switch self {
    case .hold: "The order is on hold"
    case .disputeOpen: "A dispute is open"
    case .amendmentPending: "A proposed amendment waits for an answer"
    case .cancelProposed: "One side proposes to cancel"
    }
  }
}
