package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// An account of a unit that the bank may debit (domain.md §1.1, §7.4: AUTODEBIT).
package struct DebitAccount: RowDecodable, Sendable {
  /// Who reads the register: whoever pays, agrees to payments, or looks at both.
  package static let readers: Set<Role> = [.treasurer, .budgetOwner, .financeVerifier, .auditor]
  /// Who registers and closes.
  package static let keepers: Set<Role> = [.treasurer]

  package let id: UUID
  let unitID: UUID
  package let unitPath: [String]
  let bankCode: String
  let accountNumber: String
  let accountName: String
  package let registeredAt: Date
  let closedAt: Date?
  let closeReason: String?
  let version: Int

  package init(row: inout Row) throws {
    id = try row.next()
    unitID = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    bankCode = try row.next()
    accountNumber = try row.next()
    accountName = try row.next()
    registeredAt = try row.next()
    closedAt = try row.next(Date?.self)
    closeReason = try row.next(String?.self)
    version = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT d.id, d.unit_id, n.path, d.bank_code, d.account_number, d.account_name, d.registered_at, d.closed_at,
           d.close_reason, d.version
    FROM debit_account d JOIN unit n ON n.id = d.unit_id
    """

  package static func select(_ id: UUID) -> SQL { "\(columns) WHERE d.id = \(id)" }

  /// The account that the bank debits for a unit: its own, or else that of the nearest unit above it.
  static func open(for path: [String]) -> SQL {
    """
    \(columns) WHERE d.closed_at IS NULL AND n.code = ANY (\(SQLArray(path)))
    ORDER BY cardinality(n.path) DESC LIMIT 1
    """
  }

  package func isVisible(to actor: Actor) -> Bool { actor.reaches(unitPath: unitPath) }

  /// What the API shows.
  package static let shape = Shape.component(
    "DebitAccount",
    .object([
      .required("id", .uuid), .required("unitId", .uuid), .required("bankCode", .text(.bankCode)),
      .required("accountNumber", .text(.bankAccount)), .required("accountName", .name),
      .required("registeredAt", .dateTime), .required("closedAt", .nullable(.dateTime)),
      .required("closeReason", .nullable(.note)),
    ]))

  package var json: JSONValue {
    [
      "id": JSONValue(id), "unitId": JSONValue(unitID), "bankCode": .string(bankCode),
      "accountNumber": .string(accountNumber), "accountName": .string(accountName),
      "registeredAt": JSONValue(registeredAt), "closedAt": JSONValue(closedAt),
      "closeReason": JSONValue(closeReason),
    ]
  }

  var answer: Answer { Answer(json, version: version) }
}

/// The debit accounts within the caller's reach, newest first.
package struct ListDebitAccounts: Sendable {
  package static let name = "debit-accounts"

  private let unit: UUID?
  private let page: PageRequest

  package init(unit: UUID?, _ page: PageRequest) {
    self.unit = unit
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    var conditions = [caller.actor.scope(as: DebitAccount.readers)]
    if let unit { conditions.append("d.unit_id = \(unit)") }
    let rows = try await lease.query(
      try page.newest(DebitAccount.columns, where: conditions, by: "d.registered_at", "d.id")
    ).rows(DebitAccount.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, at: $0.registeredAt, id: $0.id) }
  }
}
