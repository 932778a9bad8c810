import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Somebody takes a vendor one step on.
package struct TransitionVendor: Sendable {
  /// The body of a transition: the same members for all, of which some need one or the other. A decree is a
  /// reason of its own.
  package static func shape(_ transition: VendorTransition) -> Shape {
    func member(_ name: String, _ shape: Shape, isRequired: Bool) -> ShapeField {
      isRequired ? .required(name, shape) : .optional(name, .nullable(shape))
    }
    let needsDecree = transition.needsDecree
    return .object([
      member("reason", .note, isRequired: transition.rule.reason == .required && !needsDecree),
      member("decree", .name, isRequired: needsDecree), member("until", .date, isRequired: needsDecree),
    ])
  }

  /// States in which the vendor's row keeps decree and day.
  private static let bounded: Set<VendorState> = [.suspended, .blacklisted]

  private let id: UUID
  private let transition: VendorTransition
  private let reason: String?
  private let decree: String?
  private let until: Day?

  package init(_ id: UUID, _ transition: VendorTransition, body: JSONValue) {
    self.id = id
    self.transition = transition
    reason = body["reason"]?.text
    decree = body["decree"]?.text
    until = body["until"]?.text.flatMap { Day($0) }
  }

  /// - Throws: `Refusal` in the order of api.md §2: 403, 404, 422, 412, 409.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    guard caller.actor.role(among: transition.rule.roles) != nil else { throw Refusal.forbidden }
    let reads = [VendorRow.selectForUpdate(id), VendorDocument.kinds(of: id)]
    return try await write(lease, reading: reads) { transaction, results in
      guard let vendor = try results[0].first(VendorRow.self), vendor.isVisible(to: caller.actor) else {
        throw Refusal.notFound
      }
      let kinds = Set(try results[1].column(String.self))
      let errors = refusals(vendor, kinds, caller)
      let leads = transition.rule.from.contains(vendor.state) && !vendor.isEarly(transition, on: caller.today)
      if leads, !errors.isEmpty { throw Refusal.invalid(errors) }
      try write.checkPrecondition(version: vendor.version)
      guard leads else { throw Refusal.wrongState(vendor.state.rawValue) }
      for statement in writes(vendor, caller) { transaction.enqueue(statement) }
      let stored = try await transaction.query(VendorRow.select(id))
      guard let after = try stored.first(VendorRow.self) else { throw Refusal.notFound }
      return Answer(after.json(for: caller.actor, on: caller.today), version: after.version)
    }
  }

  private func refusals(_ vendor: VendorRow, _ kinds: Set<String>, _ caller: Caller) -> [FieldError] {
    if transition == .submit {
      return VendorSubmission(vendor.profile, documents: kinds).refusals(under: caller.rulebook)
    }
    guard Self.bounded.contains(transition.rule.outcome(from: vendor.state)), let until, until <= caller.today
    else { return [] }
    return [FieldError("/until", .tooSmall, bound: caller.today.adding(days: 1).description)]
  }

  private func writes(_ vendor: VendorRow, _ caller: Caller) -> [SQL] {
    let to = transition.rule.outcome(from: vendor.state)
    let more = [
      decree.map { JSONMember(name: "decree", value: .string($0)) },
      until.map { JSONMember(name: "until", value: JSONValue($0)) },
    ]
    let fact = VendorFact(
      transition, of: id, from: vendor.state, to: to, reason: reason,
      by: caller.author(transition.rule.roles),
      more: more.compactMap { $0 })
    var writes = [fact].insertions(at: caller.now)
    let keeps = Self.bounded.contains(to)
    let lapsesAt = to == .returned ? caller.now + DueVendorTimers.patience : nil
    writes.append(
      """
      UPDATE vendor SET state = \(to.rawValue), reason = \(reason), decree = \(keeps ? decree : nil),
        until = \(keeps ? until : nil), lapses_at = \(lapsesAt), updated_at = \(caller.now), version = version + 1
      WHERE id = \(id)
      """)
    if (vendor.state == .verified) != (to == .verified) {
      writes.append(
        """
        UPDATE product SET vendor_verified = \(to == .verified), version = version + 1 WHERE vendor_id = \(id)
        """)
    }
    return writes
  }
}
