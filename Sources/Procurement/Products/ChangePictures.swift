import AuditLog
import Authentication
import EOrderRules
import Files
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A vendor's people add a picture to a product.
package struct AttachPicture: Sendable {
  package static let query: [ShapeField] = [
    .optional("alt", .name, "What is to be seen; the product's name where absent.")
  ]

  private let product: UUID
  private let alt: String?
  private let file: StoredFile

  /// Makes the picture small; this takes a while, so do it before a connection is taken.
  /// - Throws: `FileRefusal` for what is no JPEG or PNG, or cannot be read.
  package init(product: UUID, alt: String?, bytes: [UInt8], at now: Date) throws {
    self.product = product
    self.alt = alt
    file = try StoredFile(try ShownPicture.bytes(of: bytes), at: now)
  }

  /// - Throws: 404 for another's product; 409 `too_many_pictures`.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [ProductRow.selectForUpdate(product), ProductPicture.select(product: product)]
    return try await write(lease, reading: reads) { transaction, results in
      guard let row = try results[0].first(ProductRow.self), row.vendorID == caller.actor.vendorID else {
        throw Refusal.notFound
      }
      guard results[1].count < ProductPicture.most else {
        throw Refusal.conflict(code: "too_many_pictures", pointer: nil)
      }
      let id = UUID.version7(at: caller.now)
      let text = alt ?? row.content.name
      let entry = caller.author(ProductPicture.roles).entry(
        "product.add-picture", subject: "product", id: product,
        detail: [
          "picture": JSONValue(id), "sha256": .string(hexadecimal(file.sha256)), "alt": .string(text),
        ])
      transaction.enqueue(entry.insertion)
      for statement in file.insertions { transaction.enqueue(statement) }
      transaction.enqueue(
        """
        INSERT INTO product_picture (id, product_id, file_id, sha256, alt, at, user_id, audit_id)
        VALUES (\(id), \(product), \(file.id), \(file.sha256), \(text), \(caller.now), \(caller.actor.userID),
          \(entry.id))
        """)
      transaction.enqueue(Self.touch(product, at: caller.now))
      let stored = try await transaction.query(ProductPicture.select(product: product))
      guard let picture = try stored.rows(ProductPicture.self).first(where: { $0.id == id }) else {
        throw Refusal.notFound
      }
      return Answer(status: 201, picture.json)
    }
  }

  static func touch(_ product: UUID, at now: Date) -> SQL {
    "UPDATE product SET version = version + 1, updated_at = \(now) WHERE id = \(product)"
  }
}

/// A vendor's people take a picture away.
package struct RemovePicture: Sendable {
  private let product: UUID
  private let picture: UUID

  package init(product: UUID, picture: UUID) {
    self.product = product
    self.picture = picture
  }

  /// - Throws: 404 for another's product, and a picture that is not there any more.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [ProductRow.selectForUpdate(product), ProductPicture.select(product: product)]
    return try await write(lease, reading: reads) { transaction, results in
      guard let row = try results[0].first(ProductRow.self), row.vendorID == caller.actor.vendorID,
        let found = try results[1].rows(ProductPicture.self).first(where: { $0.id == picture })
      else { throw Refusal.notFound }
      let entry = caller.author(ProductPicture.roles).entry(
        "product.remove-picture", subject: "product", id: product,
        detail: ["picture": JSONValue(picture), "sha256": .string(found.sha256)])
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        """
        UPDATE product_picture SET removed_at = \(caller.now), removal_audit_id = \(entry.id) WHERE id = \(picture)
        """)
      transaction.enqueue(AttachPicture.touch(product, at: caller.now))
      return Answer(found.json)
    }
  }
}
