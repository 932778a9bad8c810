import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// Whoever may lay the proposed sanction on a vendor grants or dismisses it.
package struct DecideSanctionCase: Sendable {
  /// What is decided.
  package enum Word: String, Sendable, CaseIterable {
    case grant, dismiss
  }

  package static func shape(_ word: Word) -> Shape {
    switch word {
    case .grant:
      .object([
        .optional("reason", .nullable(.note), "The reason of the proposal where absent."),
        .optional("decree", .nullable(.name), "Required for the blacklist."),
        .optional("until", .nullable(.date), "Required for the blacklist."),
      ])
    case .dismiss: .object([.required("reason", .note)])
    }
  }

  /// Who decides: a suspension the verifier, the blacklist the budget owner.
  package static let roles: Set<Role> = [.verifier, .budgetOwner]

  private let id: UUID
  private let word: Word
  private let body: JSONValue

  package init(_ id: UUID, _ word: Word, body: JSONValue) {
    self.id = id
    self.word = word
    self.body = body
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 403 for the other role, 422, 412, 409 `wrong_state` of the case, or
  ///   of the vendor where the sanction does not lead on from there.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let vendor: SQL =
      "\(VendorRow.columns) WHERE v.id = (SELECT vendor_id FROM sanction_case WHERE id = \(id)) FOR UPDATE OF v"
    return try await write(lease, reading: [SanctionCase.selectForUpdate(id), vendor]) {
      transaction, results in
      guard let found = try results[0].first(SanctionCase.self), found.isVisible(to: caller.actor),
        let vendor = try results[1].first(VendorRow.self)
      else { throw Refusal.notFound }
      let transition = found.proposal.transition
      guard caller.actor.role(among: transition.rule.roles) != nil else { throw Refusal.forbidden }
      if word == .grant { try check(transition, caller) }
      try write.checkPrecondition(version: found.version)
      guard found.state == .open else { throw Refusal.wrongState(found.state.rawValue) }
      if word == .grant, !transition.rule.from.contains(vendor.state) {
        throw Refusal.wrongState(vendor.state.rawValue)
      }
      for statement in writes(found, vendor, caller) { transaction.enqueue(statement) }
      guard let after = try await transaction.query(SanctionCase.select(id)).first(SanctionCase.self) else {
        throw Refusal.notFound
      }
      return Answer(after.json, version: after.version)
    }
  }

  private func check(_ transition: VendorTransition, _ caller: Caller) throws {
    var errors: [FieldError] = []
    if transition.needsDecree {
      for member in ["decree", "until"] where body[member]?.text == nil {
        errors.append(FieldError("/\(member)", .required))
      }
    }
    if let until = body["until"]?.text.flatMap({ Day($0) }), until <= caller.today {
      errors.append(FieldError("/until", .tooSmall, bound: caller.today.adding(days: 1).description))
    }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
  }

  private func writes(_ found: SanctionCase, _ vendor: VendorRow, _ caller: Caller) -> [SQL] {
    let reason = body["reason"]?.text ?? found.reason
    let state: SanctionCase.State = word == .grant ? .granted : .dismissed
    let row: SQL = """
      UPDATE sanction_case SET state = \(state.rawValue), answer = \(reason), updated_at = \(caller.now),
        version = version + 1
      WHERE id = \(id)
      """
    let own = [row] + SanctionCaseFact(word.rawValue, of: id, to: state, reason: reason, caller).insertions
    guard word == .grant else {
      let told = Notice(
        .sanctionDismissed, about: .vendor(vendor.id),
        detail: [
          JSONMember(name: "vendorName", value: .string(vendor.profile.businessName)),
          JSONMember(name: "reason", value: .string(reason)),
        ], at: caller.now)
      return own + [told.insertion(to: .officer(ofOrder: found.order))]
    }
    let step = TransitionVendor(
      vendor.id, found.proposal.transition, body: body.merging(["reason": .string(reason)]))
    return own + step.writes(vendor, caller, origin: .sanctionCase, order: found.order)
  }
}
