import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// A NIB, NPWP, e-mail address or phone that somebody in the province already has.
struct IdentityClaim: RowDecodable {
  /// The member of a profile.
  let member: String
  let value: String
  /// The vendor that has it, by itself or by its owner; nil for everybody else.
  let vendorID: UUID?

  init(row: inout Row) throws {
    member = try row.next()
    value = try row.next()
    vendorID = try row.next(UUID?.self)
  }

  /// The claims on what these profiles hold.
  static func select(_ profiles: [VendorProfile]) -> SQL {
    let nibs = SQLArray(profiles.map(\.nib))
    let npwps = SQLArray(profiles.compactMap { $0.npwp?.description })
    let emails = SQLArray(profiles.map(\.email))
    let phones = SQLArray(profiles.map(\.phone))
    return """
      SELECT 'nib', nib, id FROM vendor WHERE nib = ANY (\(nibs))
      UNION ALL SELECT 'npwp', npwp, id FROM vendor WHERE npwp = ANY (\(npwps))
      UNION ALL SELECT 'email', email, id FROM vendor WHERE email = ANY (\(emails))
      UNION ALL SELECT 'email', u.email, CASE WHEN r.role IS NOT NULL THEN u.vendor_id END
        FROM app_user u LEFT JOIN office_holding r ON r.user_id = u.id AND r.role = 'vendor_owner'
        WHERE u.email = ANY (\(emails))
      UNION ALL SELECT 'phone', phone, id FROM vendor WHERE phone = ANY (\(phones))
      """
  }
}

extension [IdentityClaim] {
  /// Which members of a profile belong to somebody else, each once.
  func refusals(of profile: VendorProfile, at prefix: String = "", vendor: UUID? = nil) -> [FieldError] {
    let held = [
      "nib": profile.nib, "npwp": profile.npwp?.description, "email": profile.email, "phone": profile.phone,
    ]
    return ["nib", "npwp", "email", "phone"].filter { member in
      contains { claim in
        claim.member == member && claim.value == held[member] && (vendor == nil || claim.vendorID != vendor)
      }
    }.map { FieldError("\(prefix)/\($0)", .alreadyRegistered) }
  }
}
