import EOrderRules
import HTML
import Procurement
import StrictJSON

/// What is paid of an order: what it comes to, the penalty for lateness, the stamp, the deposits of taxes, the parts
/// that were handed over, and the papers that are missing. The values are those of the API.
struct OrderMoneyPart: Component {
  let language: Language
  /// The order as the API answers it to this reader.
  let order: JSONValue
  let receipts: [TaxReceipt]
  let national: NationalRules
  let lines: [OrderLineRecord]

  private var parts: [JSONValue] { order["parts"]?.elements ?? [] }

  func write(to h: Hypertext) {
    h.section {
      h.h2(language(MoneyText.title))
      h.put(Facts(facts: dues + marks))
      deposits(h)
      if !parts.isEmpty {
        h.put(
          HandedPartsTable(
            language: language, parts: parts, lines: lines, isEnded: order["state"]?.text == "terminated"))
      }
      partTaxes(h)
      missing(h)
    }
  }

  private var dues: [Facts.Fact] {
    guard let due = order["due"] else { return [] }
    var facts = [fact(.due, money(due["netToVendor"]))]
    if let penalty = order["penalty"], !penalty.isNull {
      let days = penalty["days"]?.int64 ?? 0
      facts.append(
        fact(
          .penalty,
          language(
            MoneyText.penaltyReckoned(
              days: days, base: money(penalty["base"]), amount: money(penalty["amount"]),
              legal: penalty["legal"]?.text ?? ""))))
      facts.append(fact(.transfer, money(due["transfer"])))
    }
    return facts
  }

  private var marks: [Facts.Fact] {
    guard let stamp = order["stampDuty"], !stamp.isNull else { return [] }
    let text = MoneyText.stampReckoned(amount: money(stamp["amount"]), legal: stamp["legal"]?.text ?? "")
    return [fact(.stamp, language(text))]
  }

  private func deposits(_ h: Hypertext) {
    let deposits = order["deposits"]?.elements ?? []
    guard !deposits.isEmpty else { return }
    h.h3(language(MoneyText.deposits))
    h.ul {
      for deposit in deposits {
        let code = deposit["code"]?.text.flatMap(TaxCode.init).map { language(TaxText.tax($0)) } ?? ""
        h.li {
          h.text(
            language(
              MoneyText.depositOf(
                tax: code, amount: money(deposit["amount"]), by: day(deposit["depositBy"]),
                report: day(deposit["reportBy"]))))
          h.text(" ")
          h.small(language(TaxText.legal(deposit["legal"]?.text ?? "")))
          proof(of: deposit["code"]?.text, h)
        }
      }
    }
  }

  /// Whether the tax of the order's own payment was deposited.
  private func proof(of code: String?, _ h: Hypertext) {
    let receipt = receipts.first { $0.code.rawValue == code && $0.part == nil }
    h.br()
    guard let receipt else { return h.put(Badge(language(MoneyText.notDeposited), tone: .warn)) }
    h.put(Badge(language(MoneyText.deposited), tone: .good))
    h.text(" NTPN ")
    h.bdi(receipt.ntpn)
    if let slip = receipt.withholdingSlip { h.text(" · \(language(MoneyText.withholdingSlip)) \(slip)") }
  }

  /// How the taxes of the parts came about that are paid by themselves.
  private func partTaxes(_ h: Hypertext) {
    for part in parts where part["apart"]?.bool == true {
      let taxes = (part["taxes"]?.elements ?? []).map { TaxReckoning($0, national) }
      guard !taxes.isEmpty else { continue }
      h.h3("\(language(TaxText.title)) – \(language(MoneyText.part)) \(part["part"]?.int64 ?? 0)")
      h.put(TaxReckonings(language: language, taxes: taxes))
    }
  }

  private func missing(_ h: Hypertext) {
    let missing = (order["checklist"]?["missing"]?.elements ?? []).compactMap {
      $0.text.flatMap(SupportingPaper.init)
    }
    guard !missing.isEmpty else { return }
    h.h3(language(MoneyText.missing))
    h.ul { for paper in missing { h.li(language(MoneyText.paper(paper))) } }
  }

  private func money(_ value: JSONValue?) -> String { language.money(Rupiah(value?.int64 ?? 0)) }

  private func day(_ value: JSONValue?) -> String { value?.day.map { language.day($0) } ?? "–" }

  private func fact(_ name: MoneyText, _ value: String) -> Facts.Fact {
    Facts.Fact(name: language(name), value: value)
  }
}

/// The parts in which an order was handed over.
struct HandedPartsTable: Component {
  let language: Language
  let parts: [JSONValue]
  let lines: [OrderLineRecord]
  /// Whether the order was ended early, so that each part is paid by itself.
  let isEnded: Bool

  func write(to h: Hypertext) {
    let arrived = TableColumn(title: language(MoneyText.arrived))
    let gross = TableColumn(title: language(OrderText.gross), isNumber: true)
    let penalty = TableColumn(title: language(MoneyText.penalty), isNumber: true)
    let state = TableColumn(title: language(OrderText.state))
    h.dataTable(
      language(MoneyText.parts),
      [TableColumn(title: language(MoneyText.part)), arrived, gross, penalty, state]
    ) {
      for part in parts {
        h.dataRow {
          h.rowHead {
            h.text("\(language(MoneyText.part)) \(language.number(part["part"]?.int64 ?? 0))")
            h.small { h.bdi(accepted(part)) }
          }
          h.cell(arrived, part["arrivedOn"]?.day.map { language.day($0) } ?? "–")
          h.cell(gross, money(part["totals"]?["gross"]))
          h.cell(penalty, money(part["penalty"]?["amount"]))
          h.cell(state) {
            if isEnded || part["apart"]?.bool == true,
              let known = part["state"]?.text.flatMap(OrderState.init)
            {
              h.put(Badge(known, in: language))
            } else {
              h.text(language(MoneyText.withOrder))
            }
          }
        }
      }
    }
  }

  /// What was accepted with the part.
  private func accepted(_ part: JSONValue) -> String {
    (part["lines"]?.elements ?? []).compactMap { entry in
      guard let line = lines.first(where: { $0.id == entry["lineId"]?.uuid }),
        let count = entry["accepted"]?.int64, count > 0
      else { return nil }
      return "\(line.name): \(language.number(count)) \(line.unitOfMeasure)"
    }.joined(separator: "; ")
  }

  private func money(_ value: JSONValue?) -> String { language.money(Rupiah(value?.int64 ?? 0)) }
}
