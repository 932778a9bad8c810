import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The province's administrator ends an office before its time, at once or on a day.
package struct EndOffice: Sendable {
  package static let shape = Shape.component(
    "OfficeEnd",
    .object([
      .optional("until", .nullable(.date), "The last day; without it the office ends at once."),
      .required("reason", .note),
    ]))

  private let id: UUID
  private let body: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    self.body = body
  }

  /// - Throws: 404; 422 at `/until` for a day that is over or lies behind the office's own end; 409 where it is over.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let read: SQL = "\(OfficeHolding.select(id, at: caller.now)) FOR UPDATE OF h"
    return try await write(lease, reading: [read]) { transaction, results in
      guard let holding = try results[0].first(OfficeHolding.self) else { throw Refusal.notFound }
      let last = body["until"]?.day
      if let last, last < caller.today {
        throw Refusal.invalid([FieldError("/until", .tooSmall, bound: caller.today.description)])
      }
      let end = last.map { caller.tenant.calendar.instant(of: $0.adding(days: 1)) } ?? caller.now
      if let known = holding.untilAt, known > caller.now, end > known {
        throw Refusal.invalid([FieldError("/until", .tooLarge, bound: holding.until?.description ?? "")])
      }
      try write.checkPrecondition(version: holding.version)
      if holding.isOver(at: caller.now) { throw Refusal.wrongState("ended") }
      for statement in writes(end, caller) { transaction.enqueue(statement) }
      let stored = try await transaction.query(OfficeHolding.select(id, at: caller.now))
      guard let after = try stored.first(OfficeHolding.self) else { throw Refusal.notFound }
      return Answer(after.json, version: after.version)
    }
  }

  private func writes(_ end: Date, _ caller: Caller) -> [SQL] {
    let entry = caller.entry(
      "office.end", role: .tenantAdmin, subject: "office", id: id,
      detail: ["until": JSONValue(end), "reason": JSONValue(body["reason"]?.text)])
    return [
      entry.insertion,
      """
      UPDATE office_holding SET until_at = \(end), ended_at = \(caller.now), end_reason = \(body["reason"]?.text),
        end_audit_id = \(entry.id), version = version + 1 WHERE id = \(id)
      """,
    ]
  }
}
