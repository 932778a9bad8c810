package import Foundation
import Postgres
import StrictJSON

/// A request for offers as it was published: nothing of it changes afterwards.
package struct RequestForOffers: Sendable {
  package let id: UUID
  package let publishedAt: Date
  package let deadline: Date
  let note: String?
  let regionCodes: [String]

  /// Reads the columns of a joined request; nil where there is none.
  init?(row: inout Row) throws {
    let id = try row.next(UUID?.self)
    let publishedAt = try row.next(Date?.self)
    let deadline = try row.next(Date?.self)
    note = try row.next(String?.self)
    regionCodes = try row.next(SQLArray<String>?.self)?.elements ?? []
    guard let id, let publishedAt, let deadline else { return nil }
    (self.id, self.publishedAt, self.deadline) = (id, publishedAt, deadline)
  }

  init(id: UUID, publishedAt: Date, deadline: Date, note: String?, regionCodes: [String]) {
    self.id = id
    self.publishedAt = publishedAt
    self.deadline = deadline
    self.note = note
    self.regionCodes = regionCodes
  }

  var json: JSONValue {
    [
      "publishedAt": JSONValue(publishedAt), "deadline": JSONValue(deadline), "note": JSONValue(note),
      "regionCodes": .array(regionCodes.map { .string($0) }),
    ]
  }

  static let shape = Shape.component(
    "NeedRequest",
    .object([
      .required("publishedAt", .dateTime), .required("deadline", .dateTime),
      .required("note", .nullable(.note)), .required("regionCodes", .array(of: .text(max: 13))),
    ]))
}
