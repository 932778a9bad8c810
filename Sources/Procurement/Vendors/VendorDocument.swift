import Authentication
package import EOrderRules
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
  /// The last day on which it holds; nil where it has none.
  package let validUntil: Day?
  /// When a verifier looked at it; nil where none did, so that it stands for nothing yet.
  package let checkedAt: Date?
  package let createdAt: Date

  package init(row: inout Row) throws {
    id = try row.next()
    kind = try row.next()
    fileID = try row.next()
    sha256 = try row.next(Bytes.self).bytes
    size = try row.next()
    mediaType = try row.next()
    validUntil = try row.next(Day?.self)
    checkedAt = try row.next(Date?.self)
    createdAt = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT d.id, d.kind, d.file_id, f.sha256, f.size, f.media_type, d.valid_until, c.at, d.created_at
    FROM vendor_document d JOIN file f ON f.id = d.file_id LEFT JOIN vendor_document_check c ON c.document_id = d.id
    """

  /// The last paper of each kind that a vendor has handed in, as `VendorPaper` reads it.
  static func latest(of vendor: UUID) -> SQL {
    """
    SELECT DISTINCT ON (kind) kind, valid_until FROM vendor_document WHERE vendor_id = \(vendor)
    ORDER BY kind, created_at DESC, id DESC
    """
  }

  /// The last paper of each kind of `vendor v` that a verifier has looked at, each as `kind day`.
  static let checked: SQL = """
    ARRAY(SELECT DISTINCT ON (d.kind) d.kind || ' ' || coalesce(to_char(d.valid_until, 'YYYY-MM-DD'), '')
      FROM vendor_document d JOIN vendor_document_check c ON c.document_id = d.id WHERE d.vendor_id = v.id
      ORDER BY d.kind, d.created_at DESC, d.id DESC)
    """

  /// A verifier who decides about a vendor has looked at all that it handed in.
  static func checks(of vendor: UUID, by caller: Caller, entry: UUID) -> SQL {
    """
    INSERT INTO vendor_document_check (document_id, at, user_id, audit_id)
    SELECT d.id, \(caller.now), \(caller.actor.userID), \(entry) FROM vendor_document d WHERE d.vendor_id = \(vendor)
    ON CONFLICT DO NOTHING
    """
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "kind": .string(kind), "sha256": .string(hexadecimal(sha256)),
      "size": .integer(size),
      "mediaType": .string(mediaType), "validUntil": JSONValue(validUntil), "checkedAt": JSONValue(checkedAt),
      "createdAt": JSONValue(createdAt),
    ]
  }

  /// What the API shows of a paper.
  package static let answer = Shape.component(
    "VendorDocument",
    .object([
      .required("id", .uuid), .required("kind", .oneOf(RuleKey.documentKinds)),
      .required("sha256", .text(.sha256)),
      .required("size", .integer(min: 1)), .required("mediaType", .text(max: 50)),
      .required("validUntil", .nullable(.date)), .required("checkedAt", .nullable(.dateTime)),
      .required("createdAt", .dateTime),
    ]))
}

extension VendorPaper: RowDecodable {
  package init(row: inout Row) throws {
    self.init(kind: try row.next(), validUntil: try row.next(Day?.self))
  }

  /// Reads `kind day`.
  init(text: String) {
    let parts = text.split(separator: " ")
    self.init(
      kind: parts.first.map(String.init) ?? "", validUntil: parts.count > 1 ? Day(String(parts[1])) : nil)
  }
}
