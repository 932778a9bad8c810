import AuditLog
import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The province's administrator makes an official's account, or a vendor's owner one for its staff.
///
/// The answer holds a secret, so the request takes no idempotency key.
package struct CreateUser: Sendable {
  package static let shape = Shape.component(
    "NewUser",
    .object(
      UserDraft.members.map { $0.isRequired ? .required($0.name, $0.shape) : .optional($0.name, $0.shape) }
        + [.optional("nik", .nullable(.text(.nik)), "Of a vendor's staff.")]))

  /// The account and its invitation.
  package static let answer = Shape.component(
    "CreatedUser", .object(UserRow.fields + [.required("invitation", Invitation.answer)]))

  private let draft: UserDraft

  package init(body: JSONValue) { draft = UserDraft(body: body) }

  /// - Throws: `Refusal.invalid` at `/roles`, `/nip`, `/nik`, `/unitId`; `Refusal.alreadyRegistered` at `/email`.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let isOfficial = caller.actor.roles.contains(.tenantAdmin)
    let errors = isOfficial ? refusalsOfOfficial(caller) : refusalsOfStaff
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    return try await refusingRepeatedEmail {
      try await write(lease, reading: [UnitCheck.select(draft.unitID)]) { transaction, results in
        try UnitCheck.pass(draft.unitID, results[0])
        let id = UUID.version7(at: caller.now)
        let invitation = Invitation(
          user: id, email: draft.email, name: draft.name, roles: draft.roles, key: caller.tenant.linkKey,
          at: caller.now)
        let roles = draft.roles.map(\.rawValue).sorted().map(JSONValue.string)
        let entry = caller.author([.tenantAdmin, .vendorOwner]).entry(
          "user.create", subject: "user", id: id, detail: ["roles": .array(roles)])
        let vendor = isOfficial ? nil : caller.actor.vendorID
        let statements =
          [entry.insertion] + draft.insertions(id, vendor: vendor, audit: entry.id, at: caller.now) + [
            invitation.insertion(at: caller.now)
          ] + [invitation.letter(at: caller.now)?.insertion].compactMap { $0 }
        for statement in statements { transaction.enqueue(statement) }
        let stored = try await transaction.query(UserRow.select(id, at: caller.now))
        guard let user = try stored.first(UserRow.self) else { throw Refusal.notFound }
        return Answer(
          status: 201, user.json.merging(["invitation": invitation.json]), version: user.version)
      }
    }
  }

  private func refusalsOfOfficial(_ caller: Caller) -> [FieldError] {
    draft.refusals(ofOfficialUnder: caller.rulebook)
      + [draft.refusalOfOwnRoles(caller.actor, before: [], isOwn: false)].compactMap { $0 }
  }

  private var refusalsOfStaff: [FieldError] {
    let nik = draft.nik == nil ? FieldError("/nik", .required) : nil
    return [RoleRules.refusal(ofStaff: draft.roles, at: "/roles"), nik].compactMap { $0 }
      + draft.refusalsOfVendor
  }
}

/// Whether the unit that a body names is there.
enum UnitCheck {
  static func select(_ unit: UUID?) -> SQL { "SELECT true FROM unit WHERE id = \(unit)" }

  static func pass(_ unit: UUID?, _ result: Result) throws {
    guard unit == nil || result.count == 1 else { throw Refusal.invalid([FieldError("/unitId", .notFound)]) }
  }
}
