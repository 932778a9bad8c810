import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// From the price to what the vendor receives, rupiah by rupiah, each tax with its law.
struct TaxSheet: Component {
  let language: Language
  let national: NationalRules
  let money: OrderMoney
  let taxes: [TaxReckoning]
  /// The stored decision.
  let decision: JSONValue
  /// Whether the amounts have changed since the taxes were listed, since less was accepted than ordered.
  let isAdjusted: Bool

  init(_ order: OrderRecord, _ national: NationalRules, _ language: Language) {
    self.language = language
    self.national = national
    money = order.money
    decision = (try? JSONValue(parsing: order.decision)) ?? [:]
    taxes = (decision["taxes"]?.elements ?? []).map { TaxReckoning($0, national) }
    isAdjusted = decision["totals"]?["gross"]?.int64 != order.money.gross.amount
  }

  /// What an order would come to that is not placed yet.
  init(decision: JSONValue, _ national: NationalRules, _ language: Language) {
    func amount(_ name: String) -> Rupiah { Rupiah(decision["totals"]?[name]?.int64 ?? 0) }
    self.language = language
    self.national = national
    self.decision = decision
    money = OrderMoney(
      OrderTotals(
        priceExVat: amount("priceExVat"), vatBase: amount("vatBase"), vat: amount("vat"),
        vatCollected: amount("vatCollected"), gross: amount("gross"), withheld: amount("withheld"),
        netToVendor: amount("netToVendor")))
    taxes = (decision["taxes"]?.elements ?? []).map { TaxReckoning($0, national) }
    isAdjusted = false
  }

  func write(to h: Hypertext) {
    h.section(.class("card figures")) {
      h.h2(language(TaxText.title))
      h.p(language(TaxText.lead), .class("quiet"))
      h.put(Totals(language: language, lines: lines))
      if isAdjusted { h.p(language(TaxText.afterHandover), .class("quiet")) }
      h.put(TaxReckonings(language: language, taxes: taxes))
    }
  }

  private var lines: [Totals.Line] {
    var lines = [
      Totals.Line(name: language(TaxText.priceExVat), amount: money.priceExVat),
      Totals.Line(name: language(TaxText.vat), amount: money.vat),
      Totals.Line(name: language(TaxText.gross), amount: money.gross, isSum: true),
    ]
    if money.vatCollected > .zero {
      lines.append(
        Totals.Line(name: language(TaxText.vatCollected), amount: Rupiah(-money.vatCollected.amount)))
    }
    if money.withheld > .zero {
      lines.append(Totals.Line(name: language(TaxText.withheld), amount: Rupiah(-money.withheld.amount)))
    }
    return lines + [Totals.Line(name: language(TaxText.netToVendor), amount: money.netToVendor, isSum: true)]
  }
}

/// How each of some taxes came about.
struct TaxReckonings: Component {
  let language: Language
  let taxes: [TaxReckoning]

  func write(to h: Hypertext) {
    guard !taxes.isEmpty else { return }
    h.ul(.class("reckonings")) { for tax in taxes { h.li { reckoning(tax, h) } } }
  }

  private func reckoning(_ tax: TaxReckoning, _ h: Hypertext) {
    h.strong(tax.code.map { language(TaxText.tax($0)) } ?? "")
    h.text(" – " + (tax.collector.map { language(TaxText.collectedBy($0)) } ?? ""))
    h.br()
    for sentence in tax.sentences(in: language) {
      h.text(language(sentence))
      h.br()
    }
    h.small(language(TaxText.legal(tax.legal)))
  }
}
