/// A category of products, which decides how they are taxed and which papers they need.
package struct Category: Hashable, Sendable {
  /// The code in the API.
  package let code: String
  /// The name for people.
  package let name: BilingualText
  /// The tax classes that a product of it may have; where it is one, products need not name it.
  package let taxClasses: [TaxClass]
  /// The accounts that it is usually paid from.
  package let accounts: [AccountCode]
  /// The lines of business that sell it; empty where any may.
  package let kbli: [KBLI]
  /// Whether it is food: shorter timers, papers on hygiene, and splitting looked at within one day only.
  package let isFood: Bool
  /// Whether a verifier looks at each product.
  package let needsCuration: Bool
  /// The papers that an order of it brings.
  package let neededDocuments: [String]
}

extension Category {
  /// Reads a category from its checked settings; nil where a part is missing.
  package init?(_ value: RuleValue) {
    guard let code = value["code"]?.text, let name = value["name"],
      let indonesian = name["id"]?.text, let english = name["en"]?.text
    else { return nil }
    func texts(_ member: String) -> [String] { value[member]?.list?.compactMap(\.text) ?? [] }
    self.code = code
    self.name = BilingualText(indonesian: indonesian, english: english)
    taxClasses = texts("tax_classes").compactMap(TaxClass.init)
    accounts = texts("accounts").compactMap { AccountCode($0) }
    kbli = texts("kbli").compactMap { KBLI($0) }
    isFood = value["food"]?.flag ?? false
    needsCuration = value["curation"]?.flag ?? true
    neededDocuments = texts("need_docs")
  }
}
