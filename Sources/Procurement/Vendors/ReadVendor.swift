import AuditLog
package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// One vendor as officials and its own people see it.
package struct ReadVendor: Sendable {
  /// `unmask` is the reason for which a verifier or treasurer asks to see the whole numbers.
  package static let query: [ShapeField] = [
    .optional("unmask", .text(max: 2000), "Why NIK, NPWP and account number have to be seen whole; audited.")
  ]

  /// Who may see the whole numbers, for a reason.
  package static let mayUnmask: Set<Role> = [.verifier, .treasurer]

  private let id: UUID
  private let reason: String?

  package init(_ id: UUID, unmask reason: String? = nil) {
    self.id = id
    self.reason = reason
  }

  /// - Throws: `Refusal.notFound`.
  package func row(_ actor: Actor, _ lease: borrowing some Lease & ~Copyable) async throws -> VendorRow {
    guard let vendor = try await lease.query(VendorRow.select(id)).first(VendorRow.self),
      vendor.isVisible(to: actor)
    else { throw Refusal.notFound }
    return vendor
  }

  /// - Throws: `Refusal.forbidden` for unmasking by other roles; `Refusal.notFound`.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    guard let reason else {
      let vendor = try await row(caller.actor, lease)
      return Answer(vendor.json(for: caller.actor, on: caller.today), version: vendor.version)
    }
    guard caller.actor.role(among: Self.mayUnmask) != nil else { throw Refusal.forbidden }
    let vendor = try await row(caller.actor, lease)
    let entry = caller.author(Self.mayUnmask).entry(
      "vendor.unmask", subject: "vendor", id: id, detail: ["reason": .string(reason)])
    try await lease.transaction { $0.enqueue(entry.insertion) }
    return Answer(vendor.json(for: caller.actor, on: caller.today, unmasked: true), version: vendor.version)
  }
}
