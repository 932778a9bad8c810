import EOrderRules
import Foundation
import StrictJSON

/// Whether a vendor's registration is complete.
struct VendorSubmission {
  private let profile: VendorProfile
  private let documents: Set<String>

  /// - Parameter documents: the kinds of papers that were handed in.
  init(_ profile: VendorProfile, documents: Set<String>) {
    self.profile = profile
    self.documents = documents
  }

  /// Everything that is missing, at once: papers, the size, the place.
  func refusals(under rulebook: Rulebook) -> [FieldError] {
    missingDocuments(under: rulebook) + wrongSize(under: rulebook) + wrongPlace(under: rulebook)
  }

  private func missingDocuments(under rulebook: Rulebook) -> [FieldError] {
    let taxpayer = ["npwp", "nik"]
    var required = rulebook.vendors.requiredDocuments(
      sellsFood: profile.sellsFood(under: rulebook), vatRegistered: profile.vatRegistered,
      categories: rulebook.categories(soldBy: profile.kbli))
    if documents.isDisjoint(with: taxpayer) { required.insert(taxpayer[profile.npwp == nil ? 1 : 0]) }
    return required.subtracting(documents).sorted().map { FieldError("/documents/\($0)", .missing) }
  }

  private func wrongSize(under rulebook: Rulebook) -> [FieldError] {
    guard !rulebook.vendors.admits(size: profile.size, legalForm: profile.legalForm) else { return [] }
    let sentence = Bilingual(
      id: "Hanya usaha mikro, usaha kecil, dan koperasi yang dapat menjadi penyedia.",
      en: "Only micro and small businesses and cooperatives may sell.")
    return [FieldError("/size", .custom(ViolationCode.vendorSize.rawValue), detail: sentence)]
  }

  private func wrongPlace(under rulebook: Rulebook) -> [FieldError] {
    guard let region = RegionCode(profile.regionCode),
      !rulebook.vendors.admits(region: region, in: rulebook.tenant.code)
    else { return [] }
    let sentence = Bilingual(
      id: "Provinsi ini hanya menerima penyedia dari wilayahnya.",
      en: "This province takes vendors of its own territory only.")
    return [FieldError("/address/regionCode", .notOneOf, detail: sentence)]
  }
}
