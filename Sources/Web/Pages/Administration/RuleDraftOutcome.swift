import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// What a draft of rules came to when it was tried.
struct RuleDraftOutcome {
  private static let mostOrders = 20

  let page: PageCall

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  /// What the change would have done to past orders.
  func parts(_ simulation: JSONValue?) -> [any Component] {
    guard let simulation, !simulation.isNull else {
      return [
        Section(language(RuleText.simulated), Paragraph(language(RuleText.notSimulated), isQuiet: true))
      ]
    }
    let facts = [
      shown.fact(RuleText.looked, shown.number(simulation["orders"])),
      shown.fact(RuleText.changed, shown.number(simulation["changed"])),
      shown.fact(RuleText.blocked, shown.number(simulation["blocked"])),
      shown.fact(RuleText.held, shown.number(simulation["held"])),
      shown.fact(RuleText.freed, shown.number(simulation["freed"])),
      shown.fact(RuleText.eased, shown.number(simulation["eased"])),
    ].compactMap { $0 }
    let span = language(RuleText.span(shown.day(simulation["from"]), shown.day(simulation["to"])))
    let items = (simulation["items"]?.elements ?? []).prefix(Self.mostOrders)
    let caption = language(RuleText.affected)
    let columns = [
      shown.column(PaymentText.order), shown.column(RuleText.before), shown.column(RuleText.after),
      shown.column(RuleText.why),
    ]
    let rows = items.map { item -> [Cell] in
      let appeared = (item["appeared"]?.elements ?? []).compactMap { $0["message"]?[language.rawValue]?.text }
      return [
        .link(
          PageURL(path: ["orders", item["orderId"]?.text ?? ""]),
          item["number"]?.text ?? language(OrderText.withoutNumber)),
        .text(language(RuleText.outcome(item["outcome"]?["from"]?.text ?? ""))),
        .text(language(RuleText.outcome(item["outcome"]?["to"]?.text ?? ""))),
        .text(appeared.joined(separator: " ")),
      ]
    }
    let list: [any Component] =
      rows.isEmpty
      ? [] : [ListTable(language: language, caption: caption, columns: columns, rows: Array(rows))]
    return [
      Section(
        language(RuleText.simulated), parts: [Paragraph(span, isQuiet: true), Facts(facts: facts)] + list)
    ]
  }
}
