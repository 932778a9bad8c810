import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A verifier has looked whose a vendor's new bank account is.
package struct CheckAccount: Sendable {
  package static let shape = Shape.object([
    .optional(
      "reason", .nullable(.note), "Why the account is the vendor's though the bank knows it by another name.")
  ])

  /// Who looks.
  package static let roles: Set<Role> = [.verifier]

  private let id: UUID
  private let reason: String?

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    reason = body["reason"]?.text
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 422 at `/reason` where the names are not alike, 412, 409
  ///   `account_not_changed`.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: [VendorRow.selectForUpdate(id)]) { transaction, results in
      guard let vendor = try results[0].first(VendorRow.self) else { throw Refusal.notFound }
      let isDue = vendor.watch.bankChangedAt != nil && vendor.watch.bankCheckedAt == nil
      if isDue, !vendor.profile.ownsAccount, reason == nil { throw Refusal.invalid([Self.otherName]) }
      try write.checkPrecondition(version: vendor.version)
      guard isDue else { throw Refusal.conflict(code: "account_not_changed", pointer: nil) }
      let entry = caller.author(Self.roles).entry(
        "vendor.check-account", subject: "vendor", id: id, detail: ["reason": JSONValue(reason)])
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        "UPDATE vendor SET bank_checked_at = \(caller.now), version = version + 1 WHERE id = \(id)")
      let stored = try await transaction.query(VendorRow.select(id))
      guard let after = try stored.first(VendorRow.self) else { throw Refusal.notFound }
      return Answer(after.json(for: caller.actor, on: caller.today), version: after.version)
    }
  }

  private static let otherName = FieldError(
    "/reason", .required,
    detail: Bilingual(
      id: "Nama rekening tidak mirip dengan nama pemilik maupun usaha; tuliskan mengapa rekening ini benar.",
      en:
        "The account's name is like neither the owner's nor the business's; say why it is right all the same."
    ))
}
