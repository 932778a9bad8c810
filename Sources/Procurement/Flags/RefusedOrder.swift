import EOrderRules
import Foundation
import Postgres

/// An order that was refused for what an auditor should know of: told in a transaction of its own, since nothing of
/// the order is stored. Once a code, unit and day, so that nobody fills the inbox by trying again.
struct RefusedOrder: Sendable {
  let decision: Decision
  /// The id of its package.
  let package: SQL
  /// The id of its vendor.
  let vendor: SQL
  /// The draft that was to be submitted; nil where nothing was stored.
  var order: UUID?

  func tell(_ caller: Caller, _ lease: borrowing some Lease & ~Copyable) async throws {
    let violations = decision.violations.filter(\.concernsAuditorWhenRefused)
    guard !violations.isEmpty else { return }
    do {
      try await lease.transaction { transaction in
        try await tell(violations, caller, transaction)
      }
    } catch let error as PostgresError where error.sqlState == SQLState.uniqueViolation {
      // Somebody else has told it a moment ago.
    }
  }

  private func tell(
    _ violations: [Violation], _ caller: Caller, _ transaction: borrowing Transaction
  ) async throws {
    let found = try await transaction.query(
      """
      SELECT p.id, p.unit_id, p.commitment_officer_id, (SELECT v.id FROM vendor v WHERE v.id = \(vendor))
      FROM package p WHERE p.id = \(package)
      """
    ).first(as: (UUID, UUID, UUID?, UUID?).self)
    guard let (package, unit, officer, vendor) = found else { return }
    let subject = FlagSubject(
      unitID: unit, orderID: order, vendorID: vendor, packageID: package, officerID: officer, isAttempt: true,
      key: "attempt:\(unit.lowercased):\(caller.today)")
    let told = try await transaction.query(
      "SELECT code FROM flag WHERE subject_key = \(subject.key)"
    ).column(String.self)
    for violation in violations where !told.contains(violation.code.rawValue) {
      let flag = RaisedFlag(subject: subject, violation: violation)
      for statement in flag.statements(nil, caller) { transaction.enqueue(statement) }
    }
  }
}
