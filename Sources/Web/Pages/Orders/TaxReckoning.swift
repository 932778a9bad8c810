import EOrderRules
import StrictJSON

/// How one tax of an order comes about.
struct TaxReckoning: Sendable {
  let code: TaxCode?
  let collector: Collector?
  let legal: String
  let base: Rupiah
  let amount: Rupiah
  /// How it was reckoned together with other payments of the day.
  private let shared: JSONValue?
  /// The national number behind it; nil where the tax was reckoned otherwise than by that number alone.
  private let row: NationalRow?

  /// - Parameter tax: as the stored decision holds it, with its rule as `PPN@2025-01-01`.
  init(_ tax: JSONValue, _ national: NationalRules) {
    code = tax["code"]?.text.flatMap(TaxCode.init)
    collector = tax["collectedBy"]?.text.flatMap(Collector.init)
    legal = tax["legal"]?.text ?? ""
    base = Rupiah(tax["base"]?.int64 ?? 0)
    amount = Rupiah(tax["amount"]?.int64 ?? 0)
    shared = tax["shared"]
    let parts = (tax["rule"]?.text ?? "").split(separator: "@")
    let named = parts.first.flatMap { NationalCode(rawValue: String($0)) }
    let row = named.flatMap { code in national.history(of: code).first { $0.name == tax["rule"]?.text } }
    // What was shared follows the number as a whole.
    let base = shared?["base"]?.int64.map { Rupiah($0) } ?? base
    let amount = shared?["amount"]?.int64.map { Rupiah($0) } ?? amount
    self.row = row.flatMap { TaxReckoning.taxes($0, base) == amount ? $0 : nil }
  }

  /// What the number alone makes of the base.
  private static func taxes(_ row: NationalRow, _ base: Rupiah) -> Rupiah? {
    guard let rate = row.rate, let part = try? row.base.of(base) else { return nil }
    return try? rate.of(part)
  }

  func sentence(in language: Language) -> TaxText {
    let (baseText, amountText) = (language.money(base), language.money(amount))
    if let shared { return together(shared, amountText, language) }
    if amount == .zero { return .notDue(base: baseText) }
    guard let row, let rate = row.rate, let percent = rate.percent(in: language),
      let part = try? row.base.of(base)
    else { return .on(base: baseText, amount: amountText) }
    return row.base == .one
      ? .reckoned(base: baseText, rate: percent, amount: amountText)
      : .reckonedOnPart(
        base: baseText, part: row.base.description, partOfBase: language.money(part), rate: percent,
        amount: amountText)
  }

  private func together(_ shared: JSONValue, _ due: String, _ language: Language) -> TaxText {
    func money(_ name: String) -> String { language.money(Rupiah(shared[name]?.int64 ?? 0)) }
    let percent = row?.base == .one ? row?.rate?.percent(in: language) : nil
    return .together(
      orders: (shared["orders"]?.elements ?? []).compactMap(\.text).joined(separator: ", "),
      reckoned: (percent.map { "\($0) × " } ?? "") + money("base"), amount: money("amount"),
      taken: money("taken"), due: due)
  }
}

extension Ratio {
  /// The share in percent; nil where it takes more than one decimal.
  fileprivate func percent(in language: Language) -> String? {
    let scaled = numerator * 1000
    return scaled.isMultiple(of: denominator) ? language.percent(thousandths: scaled / denominator) : nil
  }
}
