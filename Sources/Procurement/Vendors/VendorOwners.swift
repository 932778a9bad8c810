import Foundation
import Postgres

/// The first users of vendors: the owners, who sign in with the vendor's e-mail address.
struct VendorOwners {
  let userIDs: [UUID]
  let vendorIDs: [UUID]
  let profiles: [VendorProfile]
  /// Nil where the owner sets the first password by an invitation.
  let passwordHash: String?
  /// The language of mail to the owner; nil where it is not known yet.
  var language: String?

  /// Duties are held apart by the owner's NIK.
  func insertions(at now: Date) -> [SQL] {
    [
      """
      INSERT INTO app_user (id, email, name, person, phone, vendor_id, password_hash, language, created_at)
      SELECT t.id, t.email, t.name, t.person, t.phone, t.vendor, \(passwordHash), \(language), \(now)
      FROM unnest(\(SQLArray(userIDs)), \(SQLArray(profiles.map(\.email))), \(SQLArray(profiles.map(\.ownerName))),
        \(SQLArray(profiles.map(\.ownerNik))), \(SQLArray(profiles.map(\.phone))), \(SQLArray(vendorIDs)))
        AS t(id, email, name, person, phone, vendor)
      """,
      """
      INSERT INTO office_holding (id, user_id, role, granted_at)
      SELECT t.id, t.person, 'vendor_owner', \(now)
      FROM unnest(\(SQLArray(userIDs.map { _ in UUID.version7(at: now) })), \(SQLArray(userIDs))) AS t(id, person)
      """,
    ]
  }
}
