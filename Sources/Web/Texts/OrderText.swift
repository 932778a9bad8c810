import EOrderRules
import Procurement

/// The words of the list of orders and of an order's page.
enum OrderText: Phrase {
  case title, waiting, nothingWaits, nothingWaitsAdvice, all, state, anyState, none, noneAdvice, noneFound,
    noneFoundAdvice
  case words, anyUnit, from, to, sort
  case sorted(OrderSort)
  case need, openNeed
  case order, withoutNumber, vendor, unit, officer, gross, deliverBy, created, open
  case more(OrderState)
  case packageName, rupCode, budgetLine, available, deliverTo, paymentMode, note, justification
  case mode(PaymentMode)
  case waitsFor(String)
  case waitsForYou, waitsForNobody, youMayAdd
  case timers, answerBy
  case timer(OrderTimer)
  case paused(workingDays: Int)
  case left(TimeLeft)
  case lines, product, quantity, unitPrice, lineTotal, accepted, withVat, withoutVat
  case invoice, taxInvoice, payment, paidOn, invoiceNumber, invoiceDate
  case history
  case by(name: String, role: String)
  case reason(String)
  case system
  case papers
  case paper(String)
  case download
  case size(kibibytes: Int64)
  case facts, placed
  case done(OrderTransition)
  case proposed
  case withoutPhoto
  /// What lies over the order.
  case overlay(OrderOverlay)
  case laidBy(name: String, at: String)
  case proposedQuantity(product: String, now: String, then: String, unit: String)
  case disputed(String)
  case answered(String)
}

/// How long it is until a deadline, or since.
struct TimeLeft: Sendable {
  let isOver: Bool
  let days: Int
  let hours: Int
}
