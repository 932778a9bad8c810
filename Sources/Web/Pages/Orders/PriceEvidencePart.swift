import EOrderRules
import HTML
import StrictJSON

/// What the officer compared prices with, and what the search of the national catalogue brought; for officials.
struct PriceEvidencePart: Component {
  let language: Language
  /// The order as the API answers it.
  let order: JSONValue

  func write(to h: Hypertext) {
    let prices = order["comparedPrices"]?.elements ?? []
    let check = order["catalogueCheck"].flatMap { $0.isNull ? nil : $0 }
    guard !prices.isEmpty || check != nil else { return }
    h.section {
      h.h2(language(EvidenceText.title))
      if !prices.isEmpty {
        let price = TableColumn(title: language(OrderText.unitPrice), isNumber: true)
        h.put(
          ListTable(
            language: language, caption: language(EvidenceText.compared),
            columns: [TableColumn(title: language(EvidenceText.source)), price],
            rows: prices.map { entry in
              [.text(entry["source"]?.text ?? ""), .money(Rupiah(entry["unitPrice"]?.int64 ?? 0))]
            }))
      }
      if let check { h.put(Facts(facts: facts(check))) }
    }
  }

  private func facts(_ check: JSONValue) -> [Facts.Fact] {
    let result = check["result"]?.text.flatMap(CatalogueCheck.Result.init)
    let all: [(NeedText, String?)] = [
      (.catalogueResult, result.map { language(NeedText.result($0)) }),
      (.catalogueEvidence, check["evidence"]?.text), (.catalogueReason, check["reason"]?.text),
    ]
    return all.compactMap { name, value in value.map { Facts.Fact(name: language(name), value: $0) } }
  }
}

/// The words of the evidence behind an order's prices.
enum EvidenceText {
  static let title = Words("Kewajaran harga", "Reasonable prices")
  static let compared = Words("Harga pembanding", "Compared prices")
  static let source = Words("Sumber", "Source")
}
