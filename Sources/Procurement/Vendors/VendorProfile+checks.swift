package import EOrderRules
package import StrictJSON

extension VendorProfile {
  /// What the shape cannot know: a size that neither capital nor yearly sales gives.
  package func refusals(under rulebook: Rulebook) -> [FieldError] {
    Self.refusals(size, capital, yearlySales, under: rulebook)
  }

  static func refusals(
    _ size: BusinessSize, _ capital: Rupiah, _ yearlySales: Rupiah, under rulebook: Rulebook
  ) -> [FieldError] {
    guard !rulebook.national.sizes.fits(size, capital: capital, yearlySales: yearlySales) else { return [] }
    let sentence = Bilingual(
      id: "Ukuran usaha tidak sesuai dengan modal maupun penjualan tahunan.",
      en: "Neither capital nor yearly sales gives this size.")
    return [FieldError("/size", .notOneOf, detail: sentence)]
  }

  /// What looks mistyped but is not refused, as `{pointer, code}`.
  package var warnings: JSONValue {
    var warnings: [JSONValue] = []
    if npwp?.looksMistyped == true { warnings.append(["pointer": "/npwp", "code": "check_digit"]) }
    if !ownsAccount { warnings.append(["pointer": "/bank/accountName", "code": "name_mismatch"]) }
    return .array(warnings)
  }

  /// Whether the bank knows the account by the owner's name or the business's; else the verifier has to look.
  var ownsAccount: Bool {
    NameLikeness.owns(accountName, ownerName: ownerName, businessName: businessName)
  }

  /// Whether one of its lines of business sells food in this province.
  func sellsFood(under rulebook: Rulebook) -> Bool {
    let codes = Set(kbli.map(\.code))
    return rulebook.categories.values.contains { category in
      category.isFood && category.kbli.contains { codes.contains($0.code) }
    }
  }
}
