/// The legal form of a vendor.
package enum LegalForm: String, Sendable, CaseIterable {
  case individual
  case onePersonCompany = "one_person_company"
  case cooperative, cv, pt, firma

  /// Whether a natural person is the taxpayer, so that PPh 21 and the exempt band apply.
  package var isIndividual: Bool { self == .individual }
}
