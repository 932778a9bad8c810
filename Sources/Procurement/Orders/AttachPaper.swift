import AuditLog
package import Authentication
import EOrderRules
package import Files
package import Foundation
package import Postgres
import StrictJSON

/// Somebody attaches a paper or a photo to an order.
package struct AttachPaper: Sendable {
  private let order: UUID
  private let kind: AttachmentKind
  private let file: StoredFile

  package init(order: UUID, kind: AttachmentKind, file: StoredFile) {
    self.order = order
    self.kind = kind
    self.file = file
  }

  /// Evidence belongs to the dispute that is open.
  private var dispute: SQL {
    guard kind == .evidence else { return "NULL" }
    return """
      (SELECT id FROM order_overlay WHERE order_id = \(order) AND kind = 'dispute_open' AND ended_at IS NULL)
      """
  }

  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: [OrderRecord.selectForUpdate(order)]) { transaction, results in
      guard let record = try results[0].first(OrderRecord.self), record.isVisible(to: caller.actor) else {
        throw Refusal.notFound
      }
      let id = UUID.version7(at: caller.now)
      let entry = caller.entry(
        "order.attach", role: caller.actor.roles.min { $0.rawValue < $1.rawValue }, subject: "order",
        id: order,
        detail: [
          "attachment": JSONValue(id), "kind": .string(kind.rawValue),
          "sha256": .string(hexadecimal(file.sha256)),
        ])
      transaction.enqueue(entry.insertion)
      for statement in file.insertions { transaction.enqueue(statement) }
      transaction.enqueue(
        """
        INSERT INTO order_attachment (id, order_id, kind, file_id, user_id, created_at, dispute_id)
        VALUES (\(id), \(order), \(kind.rawValue), \(file.id), \(caller.actor.userID), \(caller.now), \(dispute))
        """)
      transaction.enqueue(
        "UPDATE purchase_order SET version = version + 1, updated_at = \(caller.now) WHERE id = \(order)")
      return Answer(
        status: 201,
        [
          "id": JSONValue(id), "kind": .string(kind.rawValue), "sha256": .string(hexadecimal(file.sha256)),
          "size": .integer(Int64(file.size)), "mediaType": .string(file.mediaType.rawValue),
          "createdAt": JSONValue(caller.now),
        ])
    }
  }
}

/// A file's bytes as they were sent.
package struct FileContent: Sendable {
  package let bytes: [UInt8]
  package let mediaType: String

  package init(bytes: [UInt8], mediaType: String) {
    self.bytes = bytes
    self.mediaType = mediaType
  }

  /// Reads an attachment of an order that the caller sees.
  package static func attachment(
    _ id: UUID, order: UUID, _ actor: Actor, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> FileContent {
    let results = try await lease.pipeline([
      OrderRecord.select(order),
      """
      SELECT f.id, f.sha256, f.media_type FROM order_attachment a JOIN file f ON f.id = a.file_id
      WHERE a.id = \(id) AND a.order_id = \(order)
      """,
    ])
    guard let record = try results[0].first(OrderRecord.self), record.isVisible(to: actor),
      let file = try results[1].first(as: (UUID, Bytes, String).self)
    else { throw Refusal.notFound }
    let chunks = try await lease.query(StoredFile.chunks(of: file.0))
    return FileContent(bytes: try StoredFile.assemble(chunks, sha256: file.1.bytes), mediaType: file.2)
  }
}
