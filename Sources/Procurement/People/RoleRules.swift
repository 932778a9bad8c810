import EOrderRules
import StrictJSON

/// Which roles one person may hold together, and who may hand out which.
enum RoleRules {
  /// Roles that spend money or promise it; who keeps the accounts may hold none of them.
  static let transacting: Set<Role> = [.budgetOwner, .commitmentOfficer, .procurementOfficer, .treasurer]

  /// The roles that an account can have at all.
  static let assignable = Role.allCases.filter { $0.isOfficial || $0.isVendor }

  static let shape = Shape.array(of: .oneOf(assignable.map(\.rawValue)), min: 1, max: assignable.count)

  /// Reads roles that the shape has checked.
  static func read(_ value: JSONValue?) -> Set<Role> {
    Set((value?.elements ?? []).compactMap { $0.text.flatMap { Role(rawValue: $0) } })
  }

  /// What is wrong with these roles for an official of the province.
  static func refusal(ofOfficial roles: Set<Role>, under rulebook: Rulebook, at pointer: String)
    -> FieldError?
  {
    if roles.contains(where: \.isVendor) {
      return refusal(
        pointer, id: "Peran penyedia diberikan oleh pemilik penyedia.",
        en: "A vendor's roles are its owner's to give.")
    }
    if roles.contains(.tenantAdmin), !roles.isDisjoint(with: transacting) {
      return refusal(
        pointer, id: "Admin provinsi tidak boleh bertransaksi.",
        en: "A province's administrator may not transact.")
    }
    if roles.isSuperset(of: [.technicalOfficer, .commitmentOfficer]), !rulebook.people.pptkAsPPK {
      return refusal(
        pointer, id: "PPTK tidak boleh merangkap PPK di provinsi ini.",
        en: "In this province a technical officer may not be commitment officer too.")
    }
    return nil
  }

  /// A vendor's owner hands out one role only.
  static func refusal(ofStaff roles: Set<Role>, at pointer: String) -> FieldError? {
    roles == [.vendorStaff] ? nil : FieldError(pointer, .notOneOf, bound: Role.vendorStaff.rawValue)
  }

  /// Nobody gives transacting roles to themselves.
  static func refusal(ofOwn roles: Set<Role>, before: Set<Role>, at pointer: String) -> FieldError? {
    guard !roles.subtracting(before).isDisjoint(with: transacting) else { return nil }
    return refusal(
      pointer, id: "Peran ini hanya dapat diberikan oleh orang lain.",
      en: "Only somebody else can give this role.")
  }

  /// Duties are held apart by the NIP, so nobody who has one gets another.
  static func refusal(ofNIP nip: String?, before: String?, at pointer: String) -> FieldError? {
    guard let before, nip != before else { return nil }
    return refusal(
      pointer, id: "NIP orang ini tidak dapat diganti.", en: "The NIP of this person cannot be changed.")
  }

  private static func refusal(_ pointer: String, id: String, en: String) -> FieldError {
    FieldError(pointer, .notOneOf, detail: Bilingual(id: id, en: en))
  }
}
