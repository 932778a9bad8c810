import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// An account as it is to be.
struct UserDraft: Sendable, Equatable {
  var email: String
  var name: String
  var nip: String?
  /// Only of a vendor's staff, only when the account is made.
  var nik: String?
  var phone: String?
  var roles: Set<Role>
  var unitID: UUID?
  var certificate: PBJCertificate?
  var isActive = true

  /// Reads a body that the shape has checked.
  init(body: JSONValue) {
    email = body.string("email").lowercased()
    name = body.string("name")
    nip = body["nip"]?.text
    nik = body["nik"]?.text
    phone = body["phone"]?.text
    roles = RoleRules.read(body["roles"])
    unitID = body["unitId"]?.uuid
    certificate = PBJCertificate(json: body["certificate"])
    isActive = body["active"]?.bool ?? true
  }

  static let members: [(name: String, shape: Shape, isRequired: Bool)] = [
    ("email", .text(.email), true), ("name", .name, true), ("nip", .nullable(.text(.nip)), false),
    ("phone", .nullable(.text(.phone)), false), ("roles", RoleRules.shape, true),
    ("unitId", .nullable(.uuid), false), ("certificate", .nullable(PBJCertificate.shape), false),
  ]

  /// What the shape cannot know of an official's account.
  func refusals(ofOfficialUnder rulebook: Rulebook) -> [FieldError] {
    [
      RoleRules.refusal(ofOfficial: roles, under: rulebook, at: "/roles"),
      nip == nil ? FieldError("/nip", .required) : nil, nik.map { _ in FieldError("/nik", .unknown) },
    ].compactMap { $0 }
  }

  /// What a vendor's people do not have.
  var refusalsOfVendor: [FieldError] {
    [
      nip.map { _ in FieldError("/nip", .unknown) }, unitID.map { _ in FieldError("/unitId", .unknown) },
      certificate.map { _ in FieldError("/certificate", .unknown) },
    ].compactMap { $0 }
  }

  /// Nobody gives transacting roles to themselves, under whatever account.
  func refusalOfOwnRoles(_ actor: Actor, before: Set<Role>, isOwn: Bool) -> FieldError? {
    guard isOwn || nip == actor.person else { return nil }
    return RoleRules.refusal(ofOwn: roles, before: before, at: "/roles")
  }

  /// Inserts the account; the person is the NIP of an official and the NIK of a vendor's staff.
  func insertions(_ id: UUID, vendor: UUID?, audit: UUID, at now: Date) -> [SQL] {
    [
      """
      INSERT INTO app_user (id, email, name, person, nip, phone, unit_id, vendor_id, certificate_number,
        certificate_until, active, created_at)
      VALUES (\(id), \(email), \(name), \(nip ?? nik ?? id.lowercased), \(nip), \(phone), \(unitID), \(vendor),
        \(certificate?.number), \(certificate?.until), \(isActive), \(now))
      """,
      HomeOffices.grant(id, roles, audit: audit, at: now), Self.untracedVendor(of: id),
    ]
  }

  /// The particulars of a vendor's people are the vendor's too.
  private static func untracedVendor(of user: UUID) -> SQL {
    "UPDATE vendor SET traced = false WHERE id = (SELECT vendor_id FROM app_user WHERE id = \(user))"
  }

  /// Writes the account anew; the roles hold from the next request on.
  func updates(_ id: UUID, audit: UUID, at now: Date) -> [SQL] {
    [
      """
      UPDATE app_user SET email = \(email),
        email_proved_at = CASE WHEN email = \(email) THEN email_proved_at END, name = \(name), nip = \(nip), person = coalesce(\(nip), person),
        phone = \(phone), unit_id = \(unitID), certificate_number = \(certificate?.number),
        certificate_until = \(certificate?.until), active = \(isActive), traced = false, version = version + 1
      WHERE id = \(id)
      """,
      Self.untracedVendor(of: id),
      HomeOffices.withdraw(id, except: roles, audit: audit, at: now),
      HomeOffices.grant(id, roles, audit: audit, at: now),
    ]
  }
}

/// Runs a write of one account; an e-mail address that somebody has is refused by its pointer.
func refusingRepeatedEmail(_ write: () async throws -> Answer) async throws -> Answer {
  do {
    return try await write()
  } catch let error as PostgresError where error.sqlState == SQLState.uniqueViolation {
    throw Refusal.alreadyRegistered([FieldError("/email", .alreadyRegistered)])
  }
}
