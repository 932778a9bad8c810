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
    return .object(
      [
        member("reason", .note, isRequired: transition.rule.reason == .required && !needsDecree),
        member("decree", .name, isRequired: needsDecree), member("until", .date, isRequired: needsDecree),
      ]
        + (needsDecree
          ? [.optional("from", .nullable(.date), "The first day of the ban, today where absent.")] : []))
  }

  private let id: UUID
  private let transition: VendorTransition
  private let reason: String?
  private let decree: String?
  private let from: Day?
  private let until: Day?

  package init(_ id: UUID, _ transition: VendorTransition, body: JSONValue) {
    self.id = id
    self.transition = transition
    reason = body["reason"]?.text
    decree = body["decree"]?.text
    from = body["from"]?.text.flatMap { Day($0) }
    until = body["until"]?.text.flatMap { Day($0) }
  }

  /// - Throws: `Refusal` in the order of api.md §2: 403, 404, 422, 412, 409.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    guard caller.actor.role(among: transition.rule.roles) != nil else { throw Refusal.forbidden }
    let reads = [
      VendorRow.selectForUpdate(id), VendorDocument.latest(of: id), SharedParticulars.owners(of: id),
      HolidayRow.select,
    ]
    return try await write(lease, reading: reads) { transaction, results in
      guard let vendor = try results[0].first(VendorRow.self), vendor.isVisible(to: caller.actor) else {
        throw Refusal.notFound
      }
      let caller = caller.observing(try HolidayRow.days(results[3]))
      let papers = try results[1].rows(VendorPaper.self)
      let errors = refusals(vendor, papers, isOfficial: results[2].count > 0, caller)
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

  private func refusals(
    _ vendor: VendorRow, _ papers: [VendorPaper], isOfficial: Bool, _ caller: Caller
  ) -> [FieldError] {
    let submission = VendorSubmission(vendor.profile, papers: papers, on: caller.today)
    switch transition {
    case .submit: return submission.refusals(under: caller.rulebook)
    case .verify, .reinstate:
      let entry = VendorEntry(vendor, isOfficial: isOfficial, hasReason: reason != nil)
      return submission.endedDocuments(under: caller.rulebook) + entry.refusals(on: caller.today)
    case .suspend, .blacklist: return wrongDays(on: caller.today)
    default: return []
    }
  }

  private func wrongDays(on today: Day) -> [FieldError] {
    var errors: [FieldError] = []
    if let until, until <= today {
      errors.append(FieldError("/until", .tooSmall, bound: today.adding(days: 1).description))
    }
    if let from, from > today { errors.append(FieldError("/from", .tooLarge, bound: today.description)) }
    return errors
  }

  /// The step with its facts; also where a case of sanction brings it about.
  func writes(
    _ vendor: VendorRow, _ caller: Caller, origin: VendorSanction.Origin = .office, order: UUID? = nil
  ) -> [SQL] {
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
    let change = VendorStateChange(vendor, to: to, reason: reason, decree: decree, until: until)
    writes += change.writes(at: caller.now, under: caller.rulebook)
    if let kind = VendorSanction.Kind(transition) {
      let sanction = VendorSanction(
        kind, origin, of: id, decree: decree, reason: reason, from: from ?? caller.today, until: until,
        order: order, by: caller.actor.userID, entry: fact.entry.id, at: caller.now)
      writes.append(sanction.insertion)
    }
    if [.verify, .reinstate].contains(transition) {
      writes.append(VendorDocument.checks(of: id, by: caller, entry: fact.entry.id))
    }
    return writes + change.notices(transition, at: caller.now)
  }
}
