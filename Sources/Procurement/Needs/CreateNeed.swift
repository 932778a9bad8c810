import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON

/// The commitment officer of a package, or a technical officer of its unit, writes down what is needed from it.
package struct CreateNeed: Sendable {
  package static let shape = Shape.component(
    "NeedInput",
    .object([
      .required("packageId", .uuid), .required("budgetLineId", .uuid), .required("title", .name),
    ]))

  private let package: UUID
  private let budgetLine: UUID
  private let title: String

  /// - Throws: 422 where a member is missing.
  package init(body: JSONValue) throws {
    guard let package = body["packageId"]?.uuid, let line = body["budgetLineId"]?.uuid,
      let title = body["title"]?.text
    else { throw Refusal.invalid([FieldError("", .required)]) }
    (self.package, budgetLine, self.title) = (package, line, title)
  }

  /// - Throws: 422 for a package that is not the caller's, or a budget line that is not the package's.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: [PackageRow.select(package)]) { transaction, results in
      guard let row = try results[0].first(PackageRow.self), let officer = row.commitmentOfficerID,
        let office = caller.actor.offices(onUnit: row.unitPath, year: row.year, officer: officer)
          .acting(as: NeedTransition.create.rule.roles)
      else { throw Refusal.invalid([FieldError("/packageId", .notFound)]) }
      guard row.budgetLineIDs.contains(budgetLine) else {
        throw Refusal.invalid([FieldError("/budgetLineId", .notFound)])
      }
      let id = UUID.version7(at: caller.now)
      let fact = NeedFact(
        need: id, position: 0, transition: .create, from: nil, to: .assigned,
        detail: [JSONMember(name: "packageId", value: JSONValue(package))] + office.told)
      transaction.enqueue(
        """
        INSERT INTO need (id, state, package_id, unit_id, budget_line_id, commitment_officer_id, title, created_at,
          updated_at)
        VALUES (\(id), 'assigned', \(package), \(row.unitID), \(budgetLine), \(officer), \(title),
          \(caller.now), \(caller.now))
        """)
      for statement in fact.insertions(caller) { transaction.enqueue(statement) }
      let stored = try await transaction.pipeline(NeedView.selects(id))
      guard let view = try NeedView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller.actor, status: 201)
    }
  }
}
