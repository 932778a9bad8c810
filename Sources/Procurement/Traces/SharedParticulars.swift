import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// Officials of the province who share particulars with a vendor, found by their hashes.
package struct SharedParticulars: RowDecodable, Sendable {
  let userID: UUID
  let kinds: [TraceKind]

  package init(row: inout Row) throws {
    userID = try row.next()
    kinds = try row.next(SQLArray<String>.self).elements.compactMap { TraceKind(rawValue: $0) }
  }

  var fact: SharedTraces { SharedTraces(userId: userID.lowercased, kinds: kinds) }

  /// - Parameter vendor: its id, or a query of it.
  static func select(_ vendor: SQL) -> SQL {
    """
    SELECT x.user_id, array_agg(DISTINCT x.kind ORDER BY x.kind)
    FROM vendor_trace t JOIN user_trace x ON x.kind = t.kind AND x.hash = t.hash JOIN app_user u ON u.id = x.user_id
    WHERE t.vendor_id = \(vendor) AND u.active AND u.vendor_id IS NULL GROUP BY x.user_id ORDER BY x.user_id
    """
  }

  /// Officials whose NIK is that of the vendor's owner or staff (`ASN_VENDOR`).
  static func owners(of vendor: UUID) -> SQL {
    """
    SELECT x.user_id FROM vendor_trace t JOIN user_trace x ON x.kind = t.kind AND x.hash = t.hash
      JOIN app_user u ON u.id = x.user_id
    WHERE t.vendor_id = \(vendor) AND t.kind = 'nik' AND u.active AND u.vendor_id IS NULL
    """
  }
}

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
          ])))
    ]))

  private let vendor: UUID

  package init(vendor: UUID) { self.vendor = vendor }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let rows = try await lease.query(
      """
      SELECT s.user_id, u.name, u.unit_id, s.kinds
      FROM (\(SharedParticulars.select("\(vendor)"))) s(user_id, kinds) JOIN app_user u ON u.id = s.user_id
      ORDER BY u.name, u.id
      """
    ).rows(as: (UUID, String, UUID?, SQLArray<String>).self)
    return Answer([
      "conflicts": .array(
        rows.map { user, name, unit, kinds in
          [
            "userId": JSONValue(user), "name": .string(name), "unitId": JSONValue(unit),
            "shared": .array(kinds.elements.map(JSONValue.string)),
          ]
        })
    ])
  }
}
