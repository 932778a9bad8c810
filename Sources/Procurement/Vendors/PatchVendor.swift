import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A vendor's owner changes its registration.
package struct PatchVendor: Sendable {
  package static let shape = Shape.component("VendorPatch", VendorProfile.patch)

  /// What a verified vendor may change without being verified again: contact, address, bank, tax papers.
  private static let whenVerified: Set<String> = [
    "email", "phone", "address", "bank", "vatRegistered", "finalTaxLetter", "exemptBandStatement",
    "withholdingExemption", "serviceRegions",
  ]

  private let id: UUID
  private let patch: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    patch = body
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 422, 412, 409 `wrong_state` for what may not change
  ///   now, 409 `already_registered`.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [VendorRow.selectForUpdate(id), VendorDocument.latest(of: id)]
    return try await write(lease, reading: reads) { transaction, results in
      guard let vendor = try results[0].first(VendorRow.self), vendor.id == caller.actor.vendorID else {
        throw Refusal.notFound
      }
      let profile = try patched(vendor.profile, under: caller.rulebook)
      if vendor.state == .verified, profile.vatRegistered, !vendor.profile.vatRegistered {
        try checkVatPaper(try results[1].rows(VendorPaper.self))
      }
      try write.checkPrecondition(version: vendor.version)
      let changed = vendor.profile.json.changes(to: profile.json)
      guard mayChange(changed, in: vendor.state) else { throw Refusal.wrongState(vendor.state.rawValue) }
      let account = AccountChange(of: vendor, to: profile, caller)
      if changed.isEmpty {
        return Answer(vendor.json(for: caller.actor, on: caller.today), version: vendor.version)
      }
      if account.isChange || changed.contains("email") { try caller.checkFreshness() }
      try await checkClaims(profile, transaction)
      let entry = caller.author([.vendorOwner]).entry(
        "vendor.change", subject: "vendor", id: id,
        detail: ["changed": .array(changed.map(JSONValue.string))])
      transaction.enqueue(entry.insertion)
      for statement in VendorProfiles(ids: [id], profiles: [profile]).update(at: caller.now) + account.writes
      {
        transaction.enqueue(statement)
      }
      if changed.contains("email"), let key = caller.tenant.linkKey {
        let user = caller.actor.userID
        let proof = EmailProof(of: profile.email, user: user, key: key, at: caller.now)
        let told = Letter(.emailChanged, to: user, at: vendor.profile.email, now: caller.now)
        for statement in proof.insertions + [told.insertion] { transaction.enqueue(statement) }
      }
      if let key = caller.tenant.traceKey {
        _ = try await VendorTraces(key).renew(where: "v.id = \(id)", transaction)
      }
      let stored = try await transaction.query(VendorRow.select(id))
      guard let after = try stored.first(VendorRow.self) else { throw Refusal.notFound }
      return Answer(after.json(for: caller.actor, on: caller.today), version: after.version)
    }
  }

  /// Who becomes liable to VAT while selling hands its paper in first; the verifier looks at it as at every new paper.
  private func checkVatPaper(_ papers: [VendorPaper]) throws {
    guard !papers.contains(where: { $0.kind == Self.vatPaper }) else { return }
    throw Refusal.invalid([
      FieldError(
        "/vatRegistered", .missing,
        detail: Bilingual(
          id: "Serahkan dahulu surat pengukuhan PKP, lalu ubah isian ini.",
          en: "Hand in the confirmation of VAT registration (PKP) first, then change this."))
    ])
  }

  private static let vatPaper = "vat"

  /// The profile with the patch put in.
  func patched(_ profile: VendorProfile, under rulebook: Rulebook) throws -> VendorProfile {
    let (body, errors) = VendorProfile.shape.validate(profile.json.merging(patch))
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    let patched = VendorProfile(body: body)
    let refusals = patched.refusals(under: rulebook)
    guard refusals.isEmpty else { throw Refusal.invalid(refusals) }
    return patched
  }

  private func mayChange(_ members: [String], in state: VendorState) -> Bool {
    state.isEditable || (state == .verified && Self.whenVerified.isSuperset(of: members))
  }

  private func checkClaims(_ profile: VendorProfile, _ transaction: borrowing Transaction) async throws {
    let claims = try await transaction.query(IdentityClaim.select([profile])).rows(IdentityClaim.self)
    let refusals = claims.refusals(of: profile, vendor: id)
    guard refusals.isEmpty else { throw Refusal.alreadyRegistered(refusals) }
  }
}
