import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The accesses to a province, newest first.
package struct ListBreakGlass: Sendable {
  package static let name = "break-glass"

  private let page: PageRequest

  package init(_ page: PageRequest) { self.page = page }

  /// - Parameter json: what the reader sees of one.
  package func callAsFunction(
    _ lease: borrowing some Lease & ~Copyable, json: (BreakGlass) -> JSONValue
  ) async throws -> Answer {
    let rows = try await lease.query(
      try page.newest(BreakGlass.columns, where: [], by: "g.opened_at", "g.id")
    ).rows(BreakGlass.self)
    return page.answer(rows, item: json) { Cursor(list: Self.name, at: $0.openedAt, id: $0.id) }
  }
}

/// One access with what was read under it.
package struct ReadBreakGlass: Sendable {
  /// Readings that are shown; the audit log holds all.
  private static let most = 200

  package static let shape = Shape.component(
    "BreakGlassStory",
    .object(
      BreakGlass.members + [
        .required(
          "readings",
          .array(of: .object([.required("at", .dateTime), .required("path", .text(max: 500))])),
          "What was opened, newest first, 200 at most; the audit log holds all.")
      ]))

  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`.
  package func callAsFunction(
    at now: Date, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let results = try await lease.pipeline([
      BreakGlass.select(id),
      """
      SELECT at, coalesce(convert_from(leaf, 'UTF8')::jsonb -> 'detail' ->> 'path', '') FROM audit_entry
      WHERE subject_id = \(id.uuidString.lowercased()) AND action = 'break-glass.read'
      ORDER BY at DESC, id DESC LIMIT \(Self.most)
      """,
    ])
    guard let access = try results[0].first(BreakGlass.self) else { throw Refusal.notFound }
    let readings = try results[1].rows(as: (Date, String).self)
    let value = access.json(at: now).merging([
      "readings": .array(readings.map { ["at": JSONValue($0.0), "path": .string($0.1)] })
    ])
    // What is shown changes by the clock and with every reading too.
    let latest = readings.first.map { "\($0.0.timeIntervalSince1970)" } ?? ""
    let tag = "v\(access.version)-\(access.state(at: now).rawValue)\(latest)"
    return Answer(body: value.encoded, etag: tag)
  }
}
