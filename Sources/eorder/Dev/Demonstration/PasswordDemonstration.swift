import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy
import Web

/// The people who are shown follow an invitation and set their passwords.
struct PasswordDemonstration: Sendable {
  let place: DemonstrationPlace
  let passwords: DemonstrationPasswords

  func run() async throws {
    let vendors = try await ProvinceLogins(place: place, passwords: passwords).vendors()
    try await ensureStaff(vendors.first)
    let people = try await place.people()
    let without = Set(people.filter { !$0.hasPassword }.map(\.actor.userID))
    let administrator = try people.first(.tenantAdmin)
    let shown = people.shown(vendors: vendors).filter { without.contains($0.userID) }
    _ = try await concurrently(shown, width: 4) { person in
      let invitation = try await place.withConnection { lease in
        try await InviteUser(person.userID)(place.caller(administrator), Write(), lease)
      }
      try await accept(try JSONValue(parsing: invitation.body), person.email)
    }
    _ = try await concurrently(people.shown(vendors: vendors).filter { !$0.hasProvedEmail }, width: 4) {
      try await prove($0)
    }
  }

  /// As if the person had followed the link that mail brings.
  private func prove(_ person: Actor) async throws {
    guard let key = place.tenant.linkKey else { return }
    let caller = place.caller(person)
    try await place.withConnection { lease in
      _ = try await SendEmailProof()(caller, Write(), lease)
      let link = try await lease.query(
        "SELECT id FROM email_proof WHERE user_id = \(person.userID) ORDER BY created_at DESC LIMIT 1"
      ).scalar(UUID.self)
      guard let link else { return }
      _ = try await ProveEmail(Authentication.Secret(bytes: key.secret(of: link)))(caller.visit, lease)
    }
  }

  private func accept(_ invitation: JSONValue, _ email: String) async throws {
    guard let path = invitation["url"]?.text, let token = path.split(separator: "/").last else { return }
    let password = passwords.password(of: email, in: place.tenant.slug)
    let acceptance = AcceptInvitation(
      Authentication.Secret(presented: String(token)), body: ["password": .string(password)])
    _ = try await place.withConnection { lease in
      try await acceptance(
        at: place.now, rulesVersion: place.tenant.rulebook.version, policy: place.services.passwords,
        hasher: place.services.hasher, lease)
    }
  }

  /// Somebody who works for the first vendor.
  private func ensureStaff(_ vendor: UUID?) async throws {
    let people = try await place.people().map(\.actor)
    guard let owner = people.first(where: { $0.vendorID == vendor && $0.roles.contains(.vendorOwner) }),
      let at = owner.email.firstIndex(of: "@")
    else { return }
    let email = "staf\(owner.email[at...])"
    guard !people.contains(where: { $0.email == email }) else { return }
    // The owner's number with another serial at its end.
    let nik = String(owner.person.dropLast(4)) + (owner.person.hasSuffix("0001") ? "0002" : "0001")
    let staff = CreateUser(body: [
      "email": .string(email), "name": "Staf Penjualan", "nik": .string(nik), "roles": ["vendor_staff"],
    ])
    _ = try await place.withConnection { try await staff(place.caller(owner), Write(), $0) }
  }
}
