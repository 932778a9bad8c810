import EOrderRules
import StrictJSON

extension SameDayPayment {
  init?(_ json: JSONValue, _ pointer: String, _ reader: FactsReader) {
    let members = ["orderId", "number", "lines", "taxes"]
    guard let object = reader.object(json, pointer, members: members) else { return nil }
    let order = object.required("orderId", "a text") { $0.text }
    let lines = object.list("lines").enumerated().compactMap {
      LineFacts($1, "\(pointer)/lines/\($0)", reader)
    }
    let taxes = object.list("taxes").enumerated().compactMap {
      TaxLine($1, "\(pointer)/taxes/\($0)", reader)
    }
    guard let order else { return nil }
    self.init(orderId: order, number: object.text("number"), lines: lines, taxes: taxes)
  }
}

extension TaxLine {
  /// A tax as decisions write it; how it was shared with other payments is theirs to know.
  fileprivate init?(_ json: JSONValue, _ pointer: String, _ reader: FactsReader) {
    let members = ["code", "rule", "legal", "base", "amount", "collectedBy", "lines", "shared"]
    guard let object = reader.object(json, pointer, members: members) else { return nil }
    let (code, collector) = (object.word("code", TaxCode.self), object.word("collectedBy", Collector.self))
    let base = object.required("base", "a whole number from 0 up") { FactsObject.whole($0, from: 0) }
    let amount = object.required("amount", "a whole number from 0 up") { FactsObject.whole($0, from: 0) }
    guard let code, let collector, let base, let amount else { return nil }
    self.init(
      code: code, rule: object.text("rule") ?? "", legal: object.text("legal") ?? "", base: Rupiah(base),
      amount: Rupiah(amount), collectedBy: collector, lines: object.texts("lines"))
  }
}
