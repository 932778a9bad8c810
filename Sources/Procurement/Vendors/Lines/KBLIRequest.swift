import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A verified vendor's request to have other lines of business.
package struct KBLIRequest: RowDecodable, Sendable {
  /// Where it stands.
  package enum State: String, Sendable, CaseIterable {
    case open, accepted, refused
  }

  package let id: UUID
  let vendor: UUID
  package let kbli: [KBLI]
  package let reason: String
  package let askedAt: Date
  package let state: State
  package let answer: String?
  let answeredAt: Date?
  package let version: Int

  package init(row: inout Row) throws {
    id = try row.next()
    vendor = try row.next()
    kbli = try row.next(SQLArray<String>.self).elements.compactMap { KBLI($0) }
    reason = try row.next()
    askedAt = try row.next()
    let accepted = try row.next(Bool?.self)
    state = accepted.map { $0 ? .accepted : .refused } ?? .open
    answer = try row.next(String?.self)
    answeredAt = try row.next(Date?.self)
    version = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT r.id, r.vendor_id, r.kbli, r.reason, r.asked_at, r.accepted, r.answer, r.answered_at, r.version
    FROM kbli_request r
    """

  /// The latest of a vendor.
  package static func latest(
    of vendor: UUID, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> KBLIRequest? {
    try await lease.query(
      "\(columns) WHERE r.vendor_id = \(vendor) ORDER BY r.asked_at DESC, r.id DESC LIMIT 1"
    ).first(KBLIRequest.self)
  }

  /// What the API shows.
  package static let shape = Shape.component(
    "KBLIRequest",
    .object([
      .required("id", .uuid), .required("kbli", .array(of: VendorProfile.kbliEntry)),
      .required("reason", .note), .required("askedAt", .dateTime), .required("state", .oneOf(State.self)),
      .required("answer", .nullable(.note)), .required("answeredAt", .nullable(.dateTime)),
      .required("version", .integer(min: 1)),
    ]))

  package var json: JSONValue {
    [
      "id": JSONValue(id), "kbli": .array(kbli.map(\.json)), "reason": .string(reason),
      "askedAt": JSONValue(askedAt), "state": .string(state.rawValue), "answer": JSONValue(answer),
      "answeredAt": JSONValue(answeredAt), "version": JSONValue(version),
    ]
  }
}

/// A vendor's requests for other lines of business, newest first.
package struct ListKBLIRequests: Sendable {
  package static let name = "kbli-requests"

  private let vendor: UUID
  private let page: PageRequest

  package init(vendor: UUID, _ page: PageRequest) {
    self.vendor = vendor
    self.page = page
  }

  package func callAsFunction(
    _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let rows = try await lease.query(
      try page.newest(
        KBLIRequest.columns, where: ["r.vendor_id = \(vendor)"], by: "r.asked_at", "r.id")
    ).rows(KBLIRequest.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, at: $0.askedAt, id: $0.id) }
  }
}
