import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The budget owner gives a package to a commitment officer; its open orders move along.
package struct AssignPackage: Sendable {
  package static let shape = Shape.component(
    "PackageAssignment",
    .object([.required("commitmentOfficerId", .uuid, "The user's id of the commitment officer.")]))

  private let package: UUID
  private let officer: UUID

  package init(package: UUID, body: JSONValue) {
    self.package = package
    officer = body["commitmentOfficerId"]?.uuid ?? package
  }

  /// - Throws: `Refusal.notFound` for a package out of reach; 422 at `/commitmentOfficerId` where the person
  ///   is no commitment officer of the package's unit; 409 for a package that is announced later.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: [PackageRow.selectForUpdate(package), candidate]) {
      transaction, results in
      guard let row = try results[0].first(PackageRow.self), caller.actor.reaches(unitPath: row.unitPath)
      else {
        throw Refusal.notFound
      }
      guard let path = try results[1].scalar(SQLArray<String>.self)?.elements,
        row.unitPath.starts(with: path)
      else { throw Refusal.invalid([FieldError("/commitmentOfficerId", .notFound)]) }
      try write.checkPrecondition(version: row.version)
      // Procurement follows an announced plan (Perpres 16/2018 Art. 22).
      guard row.announcedOn <= caller.today else {
        throw Refusal.conflict(code: "rup_not_announced", pointer: nil)
      }
      let entry = caller.entry(
        "package.assign", role: .budgetOwner, subject: "package", id: package,
        detail: ["commitmentOfficerId": JSONValue(officer)])
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        """
        UPDATE purchase_order SET commitment_officer_id = \(officer), version = version + 1
        WHERE package_id = \(package) AND state NOT IN ('closed', 'rejected', 'cancelled', 'terminated')
        """)
      transaction.enqueue(
        """
        UPDATE need SET commitment_officer_id = \(officer), version = version + 1
        WHERE package_id = \(package) AND state <> 'cancelled'
        """)
      let updated = try await transaction.pipeline([
        """
        UPDATE package SET commitment_officer_id = \(officer), version = version + 1 WHERE id = \(package)
        """,
        PackageRow.select(package),
      ])
      guard let after = try updated[1].first(PackageRow.self) else { throw Refusal.notFound }
      return Answer(after.json, version: after.version)
    }
  }

  /// The unit path of the person, where it is an active commitment officer.
  private var candidate: SQL {
    """
    SELECT coalesce(n.path, '{}') FROM app_user u JOIN user_role r ON r.user_id = u.id
    LEFT JOIN unit n ON n.id = u.unit_id
    WHERE u.id = \(officer) AND u.active AND r.role = 'commitment_officer'
    """
  }
}
