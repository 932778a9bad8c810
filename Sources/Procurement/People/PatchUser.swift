import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// Whoever keeps an account changes it; roles and activity hold at once, also in open sessions.
package struct PatchUser: Sendable {
  package static let shape = Shape.component(
    "UserPatch",
    .object(
      UserDraft.members.map { .optional($0.name, $0.shape) } + [.optional("active", .boolean)]))

  private let id: UUID
  private let patch: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    patch = body
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 422, 412, 409 for an e-mail address in use.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [UserRow.selectForUpdate(id, at: caller.now), UnitCheck.select(patch["unitId"]?.uuid)]
    return try await refusingRepeatedEmail {
      try await write(lease, reading: reads) { transaction, results in
        guard let user = try results[0].first(UserRow.self), user.isKept(by: caller.actor) else {
          throw Refusal.notFound
        }
        let draft = UserDraft(body: user.json.merging(patch))
        let errors = refusals(draft, of: user, caller)
        guard errors.isEmpty else { throw Refusal.invalid(errors) }
        try UnitCheck.pass(patch["unitId"]?.uuid, results[1])
        try write.checkPrecondition(version: user.version)
        let changed = user.json.changes(to: user.json.merging(patch))
        if changed.isEmpty { return Answer(user.json, version: user.version) }
        for statement in writes(draft, changed, caller) { transaction.enqueue(statement) }
        let stored = try await transaction.query(UserRow.select(id, at: caller.now))
        guard let after = try stored.first(UserRow.self) else { throw Refusal.notFound }
        return Answer(after.json, version: after.version)
      }
    }
  }

  private func refusals(_ draft: UserDraft, of user: UserRow, _ caller: Caller) -> [FieldError] {
    let isOwn = user.id == caller.actor.userID
    var errors =
      user.vendorID == nil ? draft.refusals(ofOfficialUnder: caller.rulebook) : draft.refusalsOfVendor
    if user.vendorID != nil, draft.roles != user.roles {
      errors.append(
        FieldError("/roles", .notOneOf, bound: user.roles.map(\.rawValue).joined(separator: ", ")))
    }
    if let own = draft.refusalOfOwnRoles(caller.actor, before: user.roles, isOwn: isOwn) {
      errors.append(own)
    }
    if let other = RoleRules.refusal(ofNIP: draft.nip, before: user.nip, at: "/nip"), draft.nip != nil {
      errors.append(other)
    }
    if isOwn, !draft.isActive { errors.append(FieldError("/active", .notOneOf, bound: "true")) }
    return errors
  }

  private func writes(_ draft: UserDraft, _ changed: [String], _ caller: Caller) -> [SQL] {
    let roles = draft.roles.map(\.rawValue).sorted().map(JSONValue.string)
    let entry = caller.author([.tenantAdmin, .vendorOwner]).entry(
      "user.change", subject: "user", id: id,
      detail: [
        "changed": .array(changed.map(JSONValue.string)), "roles": .array(roles),
        "active": .bool(draft.isActive),
      ])
    let ended: [SQL] = draft.isActive ? [] : ["DELETE FROM session WHERE user_id = \(id)"]
    return [entry.insertion] + draft.updates(id, audit: entry.id, at: caller.now) + ended
  }
}
