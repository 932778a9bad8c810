import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A paper that a vendor handed in.
package struct VendorDocument: RowDecodable, Sendable {
  package let id: UUID
  package let kind: String
  package let fileID: UUID
  package let sha256: [UInt8]
  package let size: Int64
  package let mediaType: String
  package let createdAt: Date

  package init(row: inout Row) throws {
    id = try row.next()
    kind = try row.next()
    fileID = try row.next()
    sha256 = try row.next(Bytes.self).bytes
    size = try row.next()
    mediaType = try row.next()
    createdAt = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT d.id, d.kind, d.file_id, f.sha256, f.size, f.media_type, d.created_at
    FROM vendor_document d JOIN file f ON f.id = d.file_id
    """

  /// The kinds of papers that a vendor has handed in.
  static func kinds(of vendor: UUID) -> SQL {
    "SELECT DISTINCT kind FROM vendor_document WHERE vendor_id = \(vendor)"
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "kind": .string(kind), "sha256": .string(hexadecimal(sha256)),
      "size": .integer(size),
      "mediaType": .string(mediaType), "createdAt": JSONValue(createdAt),
    ]
  }

  /// What the API shows of a paper.
  package static let answer = Shape.component(
    "VendorDocument",
    .object([
      .required("id", .uuid), .required("kind", .oneOf(RuleKey.documentKinds)),
      .required("sha256", .text(.sha256)),
      .required("size", .integer(min: 1)), .required("mediaType", .text(max: 50)),
      .required("createdAt", .dateTime),
    ]))
}
