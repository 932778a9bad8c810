import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The treasurer registers the account that the bank debits for a unit.
package struct RegisterDebitAccount: Sendable {
  package static let shape = Shape.component(
    "DebitAccountInput",
    .object([
      .required("unitId", .uuid), .required("bankCode", .text(.bankCode)),
      .required("accountNumber", .text(.bankAccount)), .required("accountName", .name),
    ]))

  private let body: JSONValue

  package init(body: JSONValue) { self.body = body }

  /// - Throws: 422 at `/unitId` for a unit that the treasurer does not act on; 409 `already_registered` where the unit
  ///   has an account that was not closed.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let unit = body["unitId"]?.uuid
    let reads: [SQL] = [
      "SELECT path FROM unit WHERE id = \(unit) FOR NO KEY UPDATE",
      "SELECT id FROM debit_account WHERE unit_id = \(unit) AND closed_at IS NULL",
    ]
    return try await write(lease, reading: reads) { transaction, results in
      guard let unit, let path = try results[0].scalar(SQLArray<String>.self)?.elements,
        caller.actor.reaches(unitPath: path)
      else { throw Refusal.invalid([FieldError("/unitId", .notFound)]) }
      guard results[1].count == 0 else {
        throw Refusal.alreadyRegistered([FieldError("/unitId", .alreadyRegistered)])
      }
      let id = UUID.version7(at: caller.now)
      let entry = caller.author(DebitAccount.keepers).entry(
        "debit-account.register", subject: "debit-account", id: id,
        detail: [
          "unitId": JSONValue(unit), "bankCode": JSONValue(body["bankCode"]?.text),
          "accountNumber": JSONValue(body["accountNumber"]?.text),
          "accountName": JSONValue(body["accountName"]?.text),
        ])
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        """
        INSERT INTO debit_account (id, unit_id, bank_code, account_number, account_name, registered_at, registered_by,
          audit_id)
        VALUES (\(id), \(unit), \(body["bankCode"]?.text), \(body["accountNumber"]?.text),
          \(body["accountName"]?.text), \(caller.now), \(caller.actor.userID), \(entry.id))
        """)
      let stored = try await transaction.query(DebitAccount.select(id))
      guard let made = try stored.first(DebitAccount.self) else { throw Refusal.notFound }
      return Answer(status: 201, made.json, version: made.version)
    }
  }
}

/// The treasurer closes a debit account: no payment is asked from it any more.
package struct CloseDebitAccount: Sendable {
  package static let shape = Shape.component("DebitAccountEnd", .object([.required("reason", .note)]))

  private let id: UUID
  private let reason: String?

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    reason = body["reason"]?.text
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 412, 409 `wrong_state` where it is closed already.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let read: SQL = "\(DebitAccount.select(id)) FOR UPDATE OF d"
    return try await write(lease, reading: [read]) { transaction, results in
      guard let account = try results[0].first(DebitAccount.self), account.isVisible(to: caller.actor) else {
        throw Refusal.notFound
      }
      try write.checkPrecondition(version: account.version)
      guard account.closedAt == nil else { throw Refusal.wrongState("closed") }
      let entry = caller.author(DebitAccount.keepers).entry(
        "debit-account.close", subject: "debit-account", id: id, detail: ["reason": JSONValue(reason)])
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        """
        UPDATE debit_account SET closed_at = \(caller.now), closed_by = \(caller.actor.userID),
          close_reason = \(reason), close_audit_id = \(entry.id), version = version + 1 WHERE id = \(id)
        """)
      let stored = try await transaction.query(DebitAccount.select(id))
      guard let after = try stored.first(DebitAccount.self) else { throw Refusal.notFound }
      return after.answer
    }
  }
}

/// One debit account.
package struct ReadDebitAccount: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let account = try await lease.query(DebitAccount.select(id)).first(DebitAccount.self)
    guard let account, account.isVisible(to: caller.actor) else { throw Refusal.notFound }
    return account.answer
  }
}
