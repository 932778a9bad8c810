import EOrderRules
import StrictJSON

extension PriceChange {
  init?(_ json: JSONValue, _ pointer: String, _ reader: FactsReader) {
    let members = ["productId", "day", "from", "to"]
    guard let object = reader.object(json, pointer, members: members) else { return nil }
    let product = object.required("productId", "a text") { $0.text }
    let day = object.required("day", "a day as YYYY-MM-DD") { $0.text.flatMap { Day($0) } }
    let old = object.required("from", "a whole number from 1 up") { FactsObject.whole($0, from: 1) }
    let new = object.required("to", "a whole number from 1 up") { FactsObject.whole($0, from: 1) }
    guard let product, let day, let old, let new else { return nil }
    self.init(productId: product, day: day, from: Rupiah(old), to: Rupiah(new))
  }
}

extension SharedTraces {
  init?(_ json: JSONValue, _ pointer: String, _ reader: FactsReader) {
    guard let object = reader.object(json, pointer, members: ["user", "shared", "declared"]) else {
      return nil
    }
    let user = object.required("user", "a text") { $0.text }
    let due = "a list of " + TraceKind.allCases.map(\.rawValue).joined(separator: ", ")
    let kinds = object.required("shared", due, Self.kinds)
    let declared = object.optional("declared", due, Self.kinds) ?? []
    guard let user, let kinds else { return nil }
    self.init(userId: user, kinds: kinds, declared: declared)
  }

  private static func kinds(_ value: JSONValue) -> [TraceKind]? {
    guard let elements = value.elements else { return nil }
    let kinds = elements.compactMap { $0.text.flatMap(TraceKind.init) }
    return kinds.count == elements.count ? kinds : nil
  }
}
