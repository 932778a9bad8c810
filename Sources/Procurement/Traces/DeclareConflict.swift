import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The auditor declares that what a vendor shares with an official is no conflict of interest, such as the address of a
/// house with many homes: from then on it stops no order, until its last day or until something else is shared.
///
/// The law names no exception (Perpres 16/2018 Art. 7(2)); what it forbids is control, of which a shared particular is
/// a sign only. Who alone sees the particulars decides, and the official takes no step on the vendor's orders all the
/// same. A shared person is no sign but the thing itself.
package struct DeclareConflict: Sendable {
  package static let shape = Shape.component(
    "ConflictDeclarationInput",
    .object([
      .required("reason", .note), .required("until", .date, "The last day on which the declaration holds."),
    ]))

  private let vendor: UUID
  private let user: UUID
  private let body: JSONValue

  package init(vendor: UUID, user: UUID, body: JSONValue) {
    self.vendor = vendor
    self.user = user
    self.body = body
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 422, 409 `same_person`.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads: [SQL] = [
      "SELECT id FROM vendor WHERE id = \(vendor) FOR NO KEY UPDATE",
      """
      SELECT DISTINCT t.kind, t.hash FROM vendor_trace t JOIN user_trace x ON x.kind = t.kind AND x.hash = t.hash
      WHERE t.vendor_id = \(vendor) AND x.user_id = \(user) ORDER BY t.kind
      """,
    ]
    return try await write(lease, reading: reads) { transaction, results in
      let shared = try results[1].rows(as: (String, Bytes).self)
      guard results[0].count == 1, !shared.isEmpty else { throw Refusal.notFound }
      let until = body["until"]?.day ?? caller.today
      guard until > caller.today else {
        throw Refusal.invalid([
          FieldError("/until", .tooSmall, bound: caller.today.adding(days: 1).description)
        ])
      }
      if shared.contains(where: { $0.0 == TraceKind.nik.rawValue }) {
        throw Refusal.conflict(code: "same_person", pointer: nil)
      }
      for statement in insertions(shared, until, caller) { transaction.enqueue(statement) }
      return try ReadConflicts.answer(
        try await transaction.pipeline(ReadConflicts.reads(vendor, on: caller.today)))
    }
  }

  private func insertions(_ shared: [(String, Bytes)], _ until: Day, _ caller: Caller) -> [SQL] {
    let reason = body["reason"]?.text ?? ""
    let entry = caller.author(ReadConflicts.readers).entry(
      "vendor.declare-conflict", subject: "vendor", id: vendor,
      detail: [
        "userId": JSONValue(user), "kinds": .array(shared.map { .string($0.0) }), "reason": .string(reason),
        "until": JSONValue(until),
      ])
    return [entry.insertion]
      + shared.map { kind, hash in
        """
        INSERT INTO conflict_declaration (id, vendor_id, user_id, kind, hash, reason, until_on, at, declared_by, audit_id)
        VALUES (\(UUID.version7(at: caller.now)), \(vendor), \(user), \(kind), \(hash.bytes), \(reason), \(until),
          \(caller.now), \(caller.actor.userID), \(entry.id))
        """
      }
  }
}
