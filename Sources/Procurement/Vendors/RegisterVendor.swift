package import Authentication
package import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Somebody registers a vendor: it begins in `draft`, with its owner as the first user.
package struct RegisterVendor: Sendable {
  package static let shape = Shape.component(
    "VendorRegistration",
    .object(
      VendorProfile.fields + [.required("password", .secret(min: 10, max: PasswordPolicy.maximumBytes))])
  )

  private let profile: VendorProfile
  private let passwordHash: String
  private let language: String?
  /// The registration that was filled in step by step; it ends with this.
  private var registration: UUID?

  /// Checks what the shape cannot and hashes the password, which takes a while: before a connection is taken.
  /// - Parameter language: of the request, in which mail is written from now on.
  /// - Throws: `Refusal.invalid` at `/size` and `/password`; `PasswordHasher.Busy`.
  package init(
    body: JSONValue, _ visit: Visit, policy: PasswordPolicy, hasher: PasswordHasher, language: String? = nil
  ) async throws {
    profile = VendorProfile(body: body)
    let password = body.string("password")
    let weakness = policy.refusal(
      of: password, roles: [.vendorOwner], context: Self.context(profile, visit), pointer: "/password")
    let errors = profile.refusals(under: visit.rulebook) + [weakness].compactMap { $0 }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    passwordHash = try await hasher.hash(password)
    self.language = language
  }

  /// What is wrong with size and password of a body that has other errors too.
  package static func refusals(
    ofPart body: JSONValue, under rulebook: Rulebook, _ policy: PasswordPolicy
  ) -> [FieldError] {
    var found: [FieldError] = []
    if let size = body["size"]?.text.flatMap(BusinessSize.init), let capital = body["capital"]?.int64,
      let sales = body["yearlySales"]?.int64
    {
      found += VendorProfile.refusals(size, Rupiah(capital), Rupiah(sales), under: rulebook)
    }
    let names = ["email", "businessName", "ownerName"].compactMap { body[$0]?.text }
    let weakness = body["password"]?.text.flatMap {
      policy.refusal(of: $0, roles: [.vendorOwner], context: names, pointer: "/password")
    }
    return found + [weakness].compactMap(\.self)
  }

  /// A registration that was filled in step by step.
  /// - Throws: `Refusal.invalid` with everything that is missing or wrong.
  package init(
    _ registration: Registration, body: JSONValue, _ visit: Visit, language: String?
  ) throws {
    let (checked, errors) = VendorProfile.shape.validate(body)
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    profile = VendorProfile(body: checked)
    let refusals = profile.refusals(under: visit.rulebook)
    guard refusals.isEmpty else { throw Refusal.invalid(refusals) }
    passwordHash = registration.passwordHash
    self.registration = registration.id
    self.language = language
  }

  /// Names that no password may consist of: the person, the business and the province.
  private static func context(_ profile: VendorProfile, _ visit: Visit) -> [String] {
    [profile.email, profile.businessName, profile.ownerName] + visit.placeNames
  }

  /// - Throws: `Refusal.alreadyRegistered` with every member that somebody else has.
  package func callAsFunction(
    _ visit: Visit, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    do {
      return try await register(visit, write, lease)
    } catch let error as PostgresError where error.sqlState == SQLState.uniqueViolation {
      // Somebody registered the same between our look and our insert.
      let claims = try await lease.query(IdentityClaim.select([profile])).rows(IdentityClaim.self)
      throw Refusal.alreadyRegistered(claims.refusals(of: profile))
    }
  }

  private func register(
    _ visit: Visit, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let draft: SQL = "SELECT id FROM registration WHERE id = \(registration) FOR UPDATE"
    return try await write(lease, reading: [IdentityClaim.select([profile]), draft]) { transaction, results in
      // Sent twice: the first has registered the vendor already.
      if registration != nil, results[1].count == 0 { throw Refusal.notFound }
      let claims = try results[0].rows(IdentityClaim.self).refusals(of: profile)
      guard claims.isEmpty else { throw Refusal.alreadyRegistered(claims) }
      let (id, user) = (UUID.version7(at: visit.now), UUID.version7(at: visit.now))
      let author = Author(user: user, role: .public, rulesVersion: visit.rulebook.version, now: visit.now)
      let owners = VendorOwners(
        userIDs: [user], vendorIDs: [id], profiles: [profile], passwordHash: passwordHash,
        language: language)
      let fact = VendorFact(.create, of: id, from: nil, to: .draft, by: author)
      let statements =
        [VendorProfiles(ids: [id], profiles: [profile]).insertion(at: visit.now)]
        + owners.insertions(at: visit.now) + [fact].insertions(at: visit.now)
      let proof = visit.tenant.linkKey.map {
        EmailProof(of: profile.email, user: user, key: $0, at: visit.now).insertions
      }
      for statement in statements + (proof ?? []) { transaction.enqueue(statement) }
      if let registration { transaction.enqueue("DELETE FROM registration WHERE id = \(registration)") }
      if let key = visit.tenant.traceKey {
        _ = try await VendorTraces(key).renew(where: "v.id = \(id)", transaction)
      }
      let stored = try await transaction.query(VendorRow.select(id))
      guard let vendor = try stored.first(VendorRow.self) else { throw Refusal.notFound }
      return Answer(status: 201, vendor.json(for: nil, on: visit.today), version: vendor.version)
    }
  }
}
