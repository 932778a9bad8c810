import AuditLog
import Authentication
import EOrderRules
package import Files
package import Foundation
package import Postgres
package import StrictJSON

/// A vendor hands in a paper.
package struct AttachVendorDocument: Sendable {
  /// The fields beside the file.
  package static let fields = Shape.object([.required("kind", .oneOf(RuleKey.documentKinds))])

  private let vendor: UUID
  private let kind: String
  private let file: StoredFile

  package init(vendor: UUID, fields: JSONValue, file: StoredFile) {
    self.vendor = vendor
    kind = fields.string("kind")
    self.file = file
  }

  /// - Throws: `Refusal.notFound` for another's vendor.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    guard caller.actor.vendorID == vendor else { throw Refusal.notFound }
    return try await write(lease, reading: []) { transaction, _ in
      let id = UUID.version7(at: caller.now)
      let entry = caller.author([.vendorOwner, .vendorStaff]).entry(
        "vendor.attach", subject: "vendor", id: vendor,
        detail: [
          "document": JSONValue(id), "kind": .string(kind), "sha256": .string(hexadecimal(file.sha256)),
        ])
      transaction.enqueue(entry.insertion)
      for statement in file.insertions { transaction.enqueue(statement) }
      transaction.enqueue(
        """
        INSERT INTO vendor_document (id, vendor_id, kind, file_id, created_at)
        VALUES (\(id), \(vendor), \(kind), \(file.id), \(caller.now))
        """)
      let stored = try await transaction.query("\(VendorDocument.columns) WHERE d.id = \(id)")
      guard let document = try stored.first(VendorDocument.self) else { throw Refusal.notFound }
      return Answer(status: 201, document.json)
    }
  }
}
