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
  package static let fields = Shape.object([
    .required("kind", .oneOf(RuleKey.documentKinds)), .optional("validUntil", .nullable(.date)),
  ])

  private let vendor: UUID
  private let kind: String
  private let validUntil: Day?
  private let file: StoredFile

  package init(vendor: UUID, fields: JSONValue, file: StoredFile) {
    self.vendor = vendor
    kind = fields.string("kind")
    validUntil = fields["validUntil"]?.text.flatMap { Day($0) }
    self.file = file
  }

  /// - Throws: `Refusal.notFound` for another's vendor; `Refusal.invalid` for a paper whose last day is over.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    guard caller.actor.vendorID == vendor else { throw Refusal.notFound }
    if let validUntil, validUntil < caller.today {
      throw Refusal.invalid([FieldError("/validUntil", .tooSmall, bound: caller.today.description)])
    }
    return try await write(lease, reading: []) { transaction, _ in
      let id = UUID.version7(at: caller.now)
      let entry = caller.author([.vendorOwner, .vendorStaff]).entry(
        "vendor.attach", subject: "vendor", id: vendor,
        detail: [
          "document": JSONValue(id), "kind": .string(kind), "sha256": .string(hexadecimal(file.sha256)),
          "validUntil": JSONValue(validUntil),
        ])
      transaction.enqueue(entry.insertion)
      for statement in file.insertions { transaction.enqueue(statement) }
      transaction.enqueue(
        """
        INSERT INTO vendor_document (id, vendor_id, kind, file_id, valid_until, created_at)
        VALUES (\(id), \(vendor), \(kind), \(file.id), \(validUntil), \(caller.now))
        """)
      // A verified vendor's new paper has to be looked at; before that everything is.
      let told = Notice(
        .paperRenewed, about: .vendor(vendor), detail: [JSONMember(name: "paper", value: .string(kind))],
        once: id.lowercased, at: caller.now)
      transaction.enqueue(told.insertion(to: .verifiers(of: vendor)))
      let stored = try await transaction.query("\(VendorDocument.columns) WHERE d.id = \(id)")
      guard let document = try stored.first(VendorDocument.self) else { throw Refusal.notFound }
      return Answer(status: 201, document.json)
    }
  }
}
