import EOrderRules
import Foundation
import Procurement
import StrictJSON

/// What the payment of an order, or of a part of it, is about.
struct PaymentAsked: Sendable {
  let mode: PaymentMode
  let due: Rupiah
  let hasPenalty: Bool
  /// Taxes that the treasurer deposits.
  let taxes: [TaxCode]
  let isVatBilled: Bool
  /// Whether the account was changed since the payment was asked for.
  let hasNewAccount: Bool

  init(_ view: OrderView) {
    let order = view.order
    mode = order.terms.paymentMode
    due = (try? view.rest.netToVendor) ?? order.money.netToVendor
    hasPenalty = view.parts.contains { !$0.isApart && $0.penalty > .zero }
    let decision = (try? JSONValue(parsing: order.decision)) ?? [:]
    taxes = Self.collected(decision["taxes"])
    isVatBilled = order.money.vat > .zero
    hasNewAccount = view.hasNewAccount
  }

  /// - Parameter part: as the API answers it.
  init(part: JSONValue, of view: OrderView) {
    mode = view.order.terms.paymentMode
    due = Rupiah(part["totals"]?["netToVendor"]?.int64 ?? 0)
    hasPenalty = part["penalty"]?["amount"]?.int64 ?? 0 > 0
    taxes = Self.collected(part["taxes"])
    isVatBilled = part["totals"]?["vat"]?.int64 ?? 0 > 0
    hasNewAccount = view.hasNewAccount
  }

  private static func collected(_ taxes: JSONValue?) -> [TaxCode] {
    (taxes?.elements ?? []).compactMap { tax in
      let isTreasurers = tax["collectedBy"]?.text == Collector.treasurer.rawValue
      guard isTreasurers, tax["amount"]?.int64 ?? 0 > 0 else { return nil }
      return tax["code"]?.text.flatMap(TaxCode.init)
    }
  }
}

extension StepForm {
  /// The fields of a step from invoice to payment: every mode of payment has numbers of its own.
  static func payment(
    _ transition: OrderTransition, _ asked: PaymentAsked, _ today: Day, _ language: Language
  ) -> [Field] {
    switch transition {
    case .invoice: invoice(asked, today)
    // What a person decided about taxes, where that is asked for.
    case .verify:
      [
        Field(
          name: "reason", label: .reasonForTaxes, hint: .reasonForTaxesHint, kind: .lines, isRequired: false,
          maxLength: 2000)
      ]
    case .requestPayment: request(asked)
    case .approvePayment: approval(asked) + reasonForAccount(where: asked.hasNewAccount)
    case .confirmPaid:
      confirmation(asked, today, language) + reasonForAccount(where: asked.hasNewAccount)
    default: []
    }
  }

  private static func invoice(_ asked: PaymentAsked, _ today: Day) -> [Field] {
    [
      Field(name: "number", label: .number, maxLength: 100),
      Field(name: "date", label: .date, kind: .day, start: today.description),
      Field(
        name: "taxInvoiceNumber", label: .taxInvoiceNumber, hint: .taxInvoiceHint,
        isRequired: asked.isVatBilled, maxLength: 17),
    ]
  }

  private static func request(_ asked: PaymentAsked) -> [Field] {
    let isByTreasury = [.up, .gu, .tu, .ls].contains(asked.mode)
    let numbers =
      isByTreasury
      ? [
        Field(name: "spp", label: .spp, isRequired: false, maxLength: 100),
        Field(name: "spm", label: .spm, isRequired: false, maxLength: 100),
      ] : []
    return numbers + [
      Field(name: "reference", label: .reference, isRequired: false, maxLength: 100)
    ] + reasonForAccount(where: true)
  }

  private static func reasonForAccount(where isAsked: Bool) -> [Field] {
    guard isAsked else { return [] }
    return [
      Field(
        name: "reason", label: .reasonForAccount, hint: .reasonForAccountHint, kind: .lines,
        isRequired: false, maxLength: 2000)
    ]
  }

  private static func approval(_ asked: PaymentAsked) -> [Field] {
    guard asked.mode == .autodebit else { return [] }
    return [
      Field(
        name: "debitConsent", label: .debitConsent, hint: .debitConsentHint, isRequired: false, maxLength: 100
      )
    ]
  }

  private static func confirmation(_ asked: PaymentAsked, _ today: Day, _ language: Language) -> [Field] {
    let number: Field =
      switch asked.mode {
      case .up, .gu, .tu, .ls: Field(name: "sp2d", label: .sp2d, isRequired: false, maxLength: 100)
      case .kkpd: Field(name: "cardSlip", label: .cardSlip, isRequired: false, maxLength: 100)
      case .autodebit:
        Field(name: "debitReference", label: .debitReference, isRequired: false, maxLength: 100)
      }
    // The treasurer collects nothing on a card payment.
    let taxes = asked.mode == .kkpd ? [] : asked.taxes
    return [
      Field(name: "reference", label: .reference, hint: .paymentReferenceHint, maxLength: 100), number,
      Field(name: "paidOn", label: .paidOn, kind: .day, start: today.description),
      Field(name: "amount", label: .amount, hint: .amountHint(language.money(asked.due)), kind: .money),
    ]
      + taxes.map { tax in
        Field(
          name: "ntpn.\(tax.rawValue)", label: .ntpn(tax), hint: .ntpnHint, kind: .deposit(tax),
          isRequired: false, maxLength: 40)
      }
      + (asked.hasPenalty
        ? [
          Field(
            name: "penaltyReference", label: .penaltyReference, hint: .penaltyReferenceHint,
            isRequired: false,
            maxLength: 100)
        ] : [])
  }
}
