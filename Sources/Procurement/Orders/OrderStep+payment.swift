import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// What the order's own payment comes to: its amounts without the parts that are paid by themselves.
  var rest: OrderTotals {
    get throws { try order.money.totals.subtracting(try situation.parts.apart()) }
  }

  mutating func prepareRequest() throws {
    try checkRequest(of: OrderMoney(try rest))
    changes += requested()
  }

  /// Money goes to the account of the acceptance; where the vendor has changed it since, or just before, or nobody has
  /// looked whose it is, the treasurer has to say why it is right.
  func checkRequest(of money: OrderMoney) throws {
    try checkPaymentRules(money.gross)
    guard body["reason"]?.text == nil else { return }
    let cooling = order.vendorNow?.coolingEnd(at: caller.now)
    if situation.vendor.hasChangedBank { throw Refusal.waiting(code: "bank_account_changed", until: cooling) }
    if let cooling { throw Refusal.waiting(code: "bank_account_cooling", until: cooling) }
    if situation.vendor.isAccountUnchecked {
      throw Refusal.conflict(code: "bank_account_changed", pointer: nil)
    }
  }

  /// An account that was changed after the payment was asked for stops it until somebody says why it is right, as it
  /// would have stopped the request (domain.md §7.4, `request_payment`).
  func checkAccountSinceRequest(_ transaction: borrowing Transaction) async throws {
    guard [.approvePayment, .confirmPaid].contains(transition), body["reason"]?.text == nil,
      let changed = order.vendorNow?.bankChangedAt
    else { return }
    let requested = try await transaction.query(
      """
      SELECT max(at) FROM order_event WHERE order_id = \(order.id) AND transition = 'request-payment'
        AND (detail ->> 'part')::integer IS NOT DISTINCT FROM \(part?.position)
      """
    ).scalar(Date.self)
    guard let requested, changed > requested else { return }
    throw Refusal.waiting(
      code: "bank_account_changed", until: order.vendorNow?.coolingEnd(at: caller.now))
  }

  /// - Throws: `Refusal.rulesViolated` where the year's cut-off or the limit of the mode stands against the step.
  func checkPaymentRules(_ gross: Rupiah) throws {
    var moment = PaymentMoment(
      day: caller.today, year: orderDay.year, deliverBy: order.terms.deliverBy,
      mode: order.terms.paymentMode, gross: gross)
    moment.missingPapers = missingPapers
    moment.hasDebitAccount = debitAccount != nil
    let violations = try transition.violations(moment, caller.rulebook)
    guard violations.isEmpty else {
      throw Refusal.rulesViolated(
        Decision(
          rulesVersion: caller.rulebook.version,
          evidenceForm: caller.rulebook.limits.evidenceForm(for: gross),
          violations: violations, totals: order.money.totals, taxes: order.taxes, lines: []))
    }
  }

  /// What is missing of the payment's papers is told with the verification, or keeps it from being made.
  mutating func checkPapers(_ transaction: borrowing Transaction) async throws {
    guard let view = try OrderView(try await transaction.pipeline(OrderView.selects(order.id))[...]) else {
      return
    }
    missingPapers = view.missingAtVerification(caller)
    try checkPaymentRules(try rest.gross)
    guard !missingPapers.isEmpty else { return }
    let missing = missingPapers.map { JSONValue.string($0.rawValue) }
    detail.append(JSONMember(name: "missingPapers", value: .array(missing)))
  }

  /// The reference and the numbers that the mode of payment asks for.
  mutating func requested() -> [SQL] {
    if let reference = body["reference"]?.text {
      detail.append(JSONMember(name: "reference", value: .string(reference)))
    }
    return addPapers(PaymentPapers.ofRequest, adding: debitAccount)
  }

  /// Keeps the numbers that the body brings beside those that earlier steps brought.
  mutating func addPapers(_ names: [String], adding account: DebitAccount? = nil) -> [SQL] {
    var members = names.compactMap { name in
      body[name]?.text.map { JSONMember(name: name, value: .string($0)) }
    }
    if let account { members.append(JSONMember(name: "debitAccountId", value: JSONValue(account.id))) }
    guard !members.isEmpty else { return [] }
    detail += members
    return ["payment_papers = payment_papers || \(JSONB(JSONValue.object(members).encoded))"]
  }

  mutating func prepareApproval() { changes += addPapers(PaymentPapers.ofApproval) }

  mutating func prepareInvoice() throws {
    let taxNumber = try invoiceNumber()
    changes.append(
      """
      invoice_number = \(body["number"]?.text), invoice_date = \(body["date"]?.day),
      tax_invoice_number = \(taxNumber), invoiced_at = \(caller.now)
      """)
  }

  /// A day that cannot be one of this order: still to come, or before the year in which it was ordered.
  func implausible(_ member: String) -> FieldError? {
    guard let day = body[member]?.day, let first = Day(year: orderDay.year, month: 1, day: 1) else {
      return nil
    }
    if day > caller.today { return FieldError("/\(member)", .tooLarge, bound: caller.today.description) }
    return day < first ? FieldError("/\(member)", .tooSmall, bound: first.description) : nil
  }

  /// The number of the tax invoice, where the vendor bills VAT.
  mutating func invoiceNumber() throws -> String? {
    let taxNumber = body["taxInvoiceNumber"]?.text
    let missing = Self.missingTaxInvoice(body, situation.vendor)
    let wrong = missing + [implausible("date")].compactMap(\.self)
    guard wrong.isEmpty else { throw Refusal.invalid(wrong) }
    try checkPaymentRules(part?.money.gross ?? (try rest.gross))
    detail.append(JSONMember(name: "number", value: JSONValue(body["number"]?.text)))
    return taxNumber
  }

  /// The order's own payment comes after those of the parts that are paid by themselves.
  mutating func preparePayment() throws {
    if situation.parts.contains(where: { $0.isApart && $0.state != .paid }) {
      throw Refusal.conflict(code: "part_unpaid", pointer: nil)
    }
    changes += try paid(try rest, penalty: try situation.parts.penaltyWithOrder())
  }

  /// The amount must be what the vendor is due; the reference is unique, so that a transfer counts once.
  ///
  /// A penalty lowers neither what the vendor is due nor what the budget line has spent: it is income of the region,
  /// set off against what is transferred (Permendagri 77/2020).
  mutating func paid(_ money: OrderTotals, penalty: Rupiah) throws -> [SQL] {
    let due = money.netToVendor
    var errors: [FieldError] = []
    if body["amount"]?.int64 != due.amount {
      errors.append(
        FieldError(
          "/amount", .notOneOf,
          detail: Bilingual(
            id: "Jumlah harus sama dengan yang menjadi hak penyedia, \(due.text(thousands: ".")).",
            en: "The amount must be what the vendor is due, \(due.text(thousands: ",")).")))
    }
    if let error = implausible("paidOn") { errors.append(error) }
    if order.terms.paymentMode == .kkpd, body["taxDeposits"]?.elements?.isEmpty == false {
      errors.append(
        FieldError(
          "/taxDeposits", .notOneOf,
          detail: Bilingual(
            id: """
              Pembayaran KKPD tidak dipungut bendahara (PMK 59/2022; Permendagri 79/2022); kosongkan daftar setoran.
              """,
            en: """
              The treasurer collects nothing on a card payment (PMK 59/2022; Permendagri 79/2022); leave the deposits \
              out.
              """)))
    }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    let setOff = min(penalty, due)
    detail += [
      JSONMember(name: "reference", value: JSONValue(body["reference"]?.text)),
      JSONMember(name: "amount", value: JSONValue(due)),
      JSONMember(name: "penalty", value: JSONValue(setOff)),
    ]
    return [
      """
      payment_reference = \(body["reference"]?.text), paid_on = \(body["paidOn"]?.day),
      paid_amount = \(due), paid_penalty = \(setOff),
      penalty_reference = \(body["penaltyReference"]?.text), tax_deposits = \(deposits)
      """
    ] + addPapers(PaymentPapers.ofPayment)
  }

  /// A transfer counts once, be it for an order or for a part of one; who names the same at the same time waits.
  func checkTransfer(_ transaction: borrowing Transaction) async throws {
    guard transition == .confirmPaid, let reference = body["reference"]?.text else { return }
    let results = try await transaction.pipeline([
      "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'transfer', current_schema, \(reference)), 0))",
      """
      SELECT EXISTS (SELECT FROM purchase_order WHERE payment_reference = \(reference)
        UNION ALL SELECT FROM order_part WHERE payment_reference = \(reference))
      """,
    ])
    if try results[1].scalar(Bool.self) == true {
      throw Refusal.repeatedReference
    }
  }

  private var deposits: JSONB? {
    guard let deposits = body["taxDeposits"], !deposits.isNull else { return nil }
    return JSONB(deposits.encoded)
  }

  /// Before its time an order is closed with a reason only.
  func prepareClosing() throws {
    guard case .person = taker else { return }
    let isEarly = caller.now < closing(of: order.paidAt ?? caller.now) && situation.ratings.count < 2
    if isEarly, body["reason"]?.text == nil {
      throw Refusal.invalid([FieldError("/reason", .required)])
    }
  }
}

/// The numbers that the modes of payment ask for, as the bodies of the steps name them.
enum PaymentPapers {
  /// The request to pay and the order to pay (Permendagri 77/2020).
  static let ofRequest = ["spp", "spm"]
  /// The owner's consent that the bank debits the account.
  static let ofApproval = ["debitConsent"]
  /// The warrant of the treasury, the slip of the card, the bank's debit.
  static let ofPayment = ["sp2d", "cardSlip", "debitReference"]
}
