import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The orders that are on their way to payment, by step.
struct PaymentDeskPage: Component {
  let language: Language
  let zone: OfficialZone?
  let now: Date
  let today: Day
  let form: FormState
  let groups: [PaymentDesk.Group]
  let paid: [JSONValue]
  let receipts: [TaxReceipt]
  let results: [Together.Result]?

  func write(to h: Hypertext) {
    h.h1(language(PaymentText.title))
    h.p(language(PaymentText.lead), .class("lead"))
    if let results {
      h.put(
        TogetherOutcome(
          language: language, results: results, url: { PageURL(path: ["orders", $0]) },
          thing: PaymentText.order, done: PaymentText.done, notDone: PaymentText.notDone))
    }
    for group in groups {
      h.put(
        PaymentGroup(language: language, zone: zone, now: now, today: today, form: form, group: group))
    }
    if !paid.isEmpty { taxes(h) }
  }

  private func proof(of deposit: JSONValue, _ order: JSONValue) -> Cell {
    let receipt = receipts.first {
      $0.order == order["id"]?.uuid && $0.part == nil && $0.code.rawValue == deposit["code"]?.text
    }
    if let receipt { return .text(receipt.ntpn) }
    return deposit["by"]?.text == Collector.treasurer.rawValue
      ? .badge(language(MoneyText.notDeposited), .warn) : .text("–")
  }

  private func taxes(_ h: Hypertext) {
    let shown = ShownValue(language: language, zone: zone)
    let caption = language(PaymentText.taxes)
    let columns = [
      shown.column(PaymentText.order), shown.column(PaymentText.tax),
      shown.column(PaymentText.amount, isNumber: true), shown.column(PaymentText.depositBy),
      shown.column(PaymentText.reportBy), shown.column(PaymentText.ntpn),
    ]
    let rows = paid.flatMap { order -> [[Cell]] in
      (order["deposits"]?.elements ?? []).map { deposit in
        let tax = deposit["code"]?.text.flatMap(TaxCode.init).map { language(TaxText.tax($0)) }
        return [
          .link(PageURL(path: ["orders", order["id"]?.text ?? ""]), order["number"]?.text ?? ""),
          .pair(tax ?? "", language.citation(deposit["legal"]?.text ?? "")), shown.amount(deposit["amount"]),
          .text(shown.day(deposit["depositBy"])), .text(shown.day(deposit["reportBy"])),
          proof(of: deposit, order),
        ]
      }
    }
    h.put(
      Section(
        caption, Paragraph(language(PaymentText.taxesLead), isQuiet: true),
        ListTable(language: language, caption: caption, columns: columns, rows: Array(rows.prefix(20)))))
  }
}
