import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// What a vendor shares and with whom: for the auditor alone (domain.md §7.6, `COI1`).
package struct ReadConflicts: Sendable {
  /// Who may know.
  package static let readers: Set<Role> = [.auditor]

  /// What the API shows.
  package static let shape = Shape.component(
    "Conflicts",
    .object([
      .required(
        "conflicts",
        .array(
          of: .object([
            .required("userId", .uuid), .required("name", .name), .required("unitId", .nullable(.uuid)),
            .required("shared", .array(of: .oneOf(TraceKind.self))),
            .required(
              "declared", .array(of: .oneOf(TraceKind.self)), "What of it is declared to be no conflict."),
          ]))),
      .required("declarations", .array(of: ConflictDeclaration.shape)),
    ]))

  private let vendor: UUID

  package init(vendor: UUID) { self.vendor = vendor }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try Self.answer(try await lease.pipeline(Self.reads(vendor, on: caller.today)))
  }

  static func reads(_ vendor: UUID, on day: Day) -> [SQL] {
    [
      """
      SELECT s.user_id, u.name, u.unit_id, s.kinds || s.declared, s.declared
      FROM (\(SharedParticulars.select("\(vendor)", on: day))) s(user_id, kinds, declared)
        JOIN app_user u ON u.id = s.user_id
      ORDER BY u.name, u.id
      """,
      ConflictDeclaration.select(vendor: vendor),
    ]
  }

  static func answer(_ results: [Result]) throws -> Answer {
    let rows = try results[0].rows(as: (UUID, String, UUID?, SQLArray<String>, SQLArray<String>).self)
    return Answer([
      "conflicts": .array(
        rows.map { user, name, unit, kinds, declared in
          [
            "userId": JSONValue(user), "name": .string(name), "unitId": JSONValue(unit),
            "shared": .array(kinds.elements.map(JSONValue.string)),
            "declared": .array(declared.elements.map(JSONValue.string)),
          ]
        }),
      "declarations": .array(try results[1].rows(ConflictDeclaration.self).map(\.json)),
    ])
  }
}
