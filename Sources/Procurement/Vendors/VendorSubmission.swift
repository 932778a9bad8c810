import EOrderRules
import Foundation
import StrictJSON

/// Whether a vendor's registration is complete.
struct VendorSubmission {
  private let profile: VendorProfile
  private let papers: [VendorPaper]
  private let today: Day

  /// - Parameter papers: the last one of each kind that was handed in.
  init(_ profile: VendorProfile, papers: [VendorPaper], on today: Day) {
    self.profile = profile
    self.papers = papers
    self.today = today
  }

  /// Everything that is missing, at once: papers, the size, the place.
  func refusals(under rulebook: Rulebook) -> [FieldError] {
    missingDocuments(under: rulebook) + endedDocuments(under: rulebook) + wrongSize(under: rulebook)
      + wrongPlace(under: rulebook)
  }

  /// The papers that have to be handed in and are not there.
  func missingDocuments(under rulebook: Rulebook) -> [FieldError] {
    let taxpayer = ["npwp", "nik"]
    let documents = Set(papers.map(\.kind))
    var required = profile.requiredDocuments(under: rulebook)
    if documents.isDisjoint(with: taxpayer) { required.insert(taxpayer[profile.npwp == nil ? 1 : 0]) }
    return required.subtracting(documents).sorted().map { FieldError("/documents/\($0)", .missing) }
  }

  /// Required papers whose last day is over: a new one has to take their place.
  func endedDocuments(under rulebook: Rulebook) -> [FieldError] {
    let required = profile.requiredDocuments(under: rulebook).union(["npwp", "nik"])
    return VendorPapers(papers, required: required).ended(on: today).map { paper in
      FieldError(
        "/documents/\(paper.kind)", .missing,
        detail: Bilingual(
          id: "Masa berlakunya sudah berakhir; serahkan surat yang baru.",
          en: "Its last day is over; hand in a new one."))
    }
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

extension VendorProfile {
  /// The kinds of papers that the vendor has to hand in, besides NPWP or NIK.
  func requiredDocuments(under rulebook: Rulebook) -> Set<String> {
    rulebook.vendors.requiredDocuments(
      sellsFood: sellsFood(under: rulebook), vatRegistered: vatRegistered,
      categories: rulebook.categories(soldBy: kbli))
  }
}
