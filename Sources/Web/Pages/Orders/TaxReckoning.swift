import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// How one tax of an order comes about.
struct TaxReckoning: Sendable {
  let code: TaxCode?
  let collector: Collector?
  let legal: String
  private let base: Rupiah
  private let amount: Rupiah
  /// How it was reckoned together with other payments of the day.
  private let shared: SharedTax?
  /// Nil where nothing is due, or the national rules do not know the rule any more.
  private let explanation: TaxExplanation?

  /// - Parameter tax: as the stored decision holds it, with its rule as `PPN@2025-01-01`.
  init(_ tax: JSONValue, _ national: NationalRules) {
    let line = JSONValue.array([tax]).taxLines.first
    code = line?.code
    collector = line?.collectedBy
    legal = line?.legal ?? ""
    base = line?.base ?? .zero
    amount = line?.amount ?? .zero
    shared = line?.shared
    explanation = line?.explanation(national)
  }

  /// From the rate of the law to the amount, a sentence a step.
  func sentences(in language: Language) -> [TaxText] {
    if amount == .zero, shared == nil { return [.notDue(base: language.money(base))] }
    guard let explanation else { return [.on(base: language.money(base), amount: language.money(amount))] }
    return raised(explanation, language) + [reckoned(explanation, language)]
      + differing(explanation, language) + together(language)
  }

  private func raised(_ told: TaxExplanation, _ language: Language) -> [TaxText] {
    guard let more = told.surcharge.lessOne else { return [] }
    return [
      .raised(
        plain: told.plainRate.percent(in: language), more: more.percent(in: language),
        rate: told.rate.percent(in: language))
    ]
  }

  private func reckoned(_ told: TaxExplanation, _ language: Language) -> TaxText {
    let (base, amount) = (language.money(told.base), language.money(told.reckoned))
    let rate = told.rate.percent(in: language)
    guard told.part != .one, let part = try? told.part.of(told.base) else {
      return .reckoned(base: base, rate: rate, amount: amount)
    }
    return .reckonedOnPart(
      base: base, part: told.part.description, partOfBase: language.money(part), rate: rate, amount: amount)
  }

  private func differing(_ told: TaxExplanation, _ language: Language) -> [TaxText] {
    guard let why = told.why else { return [] }
    let sign = told.difference < .zero ? "\u{2212}" : "+"
    let size = language.money(Rupiah(abs(told.difference.amount)))
    return [
      .differing(
        why, sum: "\(language.money(told.reckoned)) \(sign) \(size) = \(language.money(told.amount))")
    ]
  }

  private func together(_ language: Language) -> [TaxText] {
    guard let shared else { return [] }
    return [
      .together(
        orders: shared.orders.joined(separator: ", "), amount: language.money(shared.amount),
        taken: language.money(shared.taken), due: language.money(amount))
    ]
  }
}

extension Ratio {
  /// What is above one; nil for one and what is below.
  fileprivate var lessOne: Ratio? {
    numerator > denominator ? Ratio(numerator - denominator, denominator) : nil
  }

  /// The share in percent; as a fraction where it takes more than one decimal.
  fileprivate func percent(in language: Language) -> String {
    let scaled = numerator * 1000
    return scaled.isMultiple(of: denominator)
      ? language.percent(thousandths: scaled / denominator) : description
  }
}
