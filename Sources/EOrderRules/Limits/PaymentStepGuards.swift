/// What is known of an order when it is billed or its payment is asked for.
package struct PaymentMoment: Sendable {
  /// The tenant's day.
  package var day: Day
  /// The budget year of the order.
  package var year: Int
  /// The last day of delivery, which an amendment may have moved over the year's end.
  package var deliverBy: Day
  /// How the order is paid.
  package var mode: PaymentMode
  /// What is paid now, all taxes included.
  package var gross: Rupiah
  /// The papers that should be there now and are not.
  package var missingPapers: [SupportingPaper] = []
  /// Whether an account of the unit is registered that the bank may debit; asked for by that mode alone.
  package var hasDebitAccount = true

  /// A moment in the life of an order.
  package init(day: Day, year: Int, deliverBy: Day, mode: PaymentMode, gross: Rupiah) {
    self.day = day
    self.year = year
    self.deliverBy = deliverBy
    self.mode = mode
    self.gross = gross
  }
}

extension OrderTransition {
  /// What is held against billing, against verifying the bill, or against asking for the payment, now.
  ///
  /// The cut-offs of the year bind until its last day. From the new year on, what is still open is carried over
  /// (lintas tahun) and may be billed and paid again; so may, at any time, what an amendment gave time beyond the year.
  package func violations(_ moment: PaymentMoment, _ version: Rulebook) throws(RulesError) -> [Violation] {
    let rulebook = try version.on(moment.day)
    var found: [Violation] = []
    if let (last, rule) = cutOff(rulebook), moment.day.year == moment.year,
      moment.deliverBy.year <= moment.year,
      let cutOff = last.day(in: moment.year), moment.day > cutOff
    {
      found.append(
        Violation(
          .yearEnd, .block, under: rulebook, rule: rule,
          [("day", RuleValue(moment.day)), ("cutOff", RuleValue(cutOff))]))
    }
    let limit = rulebook.payment.pettyCashMaximum
    if self == .requestPayment, moment.mode.isPettyCash, moment.gross > limit {
      found.append(
        Violation(
          .paymentMode, .block, under: rulebook, rule: "payment.up_single_max",
          [
            ("mode", .string(moment.mode.rawValue)), ("gross", RuleValue(moment.gross)),
            ("limit", RuleValue(limit)),
          ]))
    }
    if self == .verify, rulebook.payment.requiresPapers, !moment.missingPapers.isEmpty {
      found.append(
        Violation(
          .evidenceForm, .block, under: rulebook, rule: "payment.papers",
          [
            ("gross", RuleValue(moment.gross)),
            ("missing", .array(moment.missingPapers.map { .string($0.rawValue) })),
          ]))
    }
    if self == .requestPayment, moment.mode == .autodebit, !moment.hasDebitAccount {
      found.append(
        Violation(
          .paymentMode, .block, under: rulebook, rule: "payment.debit_account",
          [("mode", .string(moment.mode.rawValue)), ("debitAccount", .null)]))
    }
    return found
  }

  private func cutOff(_ rulebook: Rulebook) -> (MonthDay, String)? {
    guard let yearEnd = rulebook.yearEnd else { return nil }
    switch self {
    case .invoice: return (yearEnd.lastInvoice, "yearend.last_invoice")
    case .requestPayment: return (yearEnd.lastPay, "yearend.last_pay")
    default: return nil
    }
  }
}
