import AuditLog
import Authentication
package import EOrderRules
import Files
package import Foundation
package import Postgres
package import StrictJSON

/// A picture of a product.
package struct ProductPicture: RowDecodable, Sendable {
  /// Pictures of one product at most.
  package static let most = 5
  /// Whose pictures they are.
  package static let roles: Set<Role> = [.vendorOwner, .vendorStaff]

  package let id: UUID
  /// Of the bytes, in hexadecimal: its address.
  package let sha256: String
  package let alt: String

  package init(row: inout Row) throws {
    id = try row.next()
    sha256 = hexadecimal(try row.next(Bytes.self).bytes)
    alt = try row.next()
  }

  /// Reads `id hash what is to be seen`.
  init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, let id = UUID(uuidString: parts[0]) else { return nil }
    self.id = id
    sha256 = parts[1]
    alt = parts[2]
  }

  /// Those of `product p`, each as one text.
  static let all: SQL = """
    ARRAY(SELECT x.id || ' ' || encode(x.sha256, 'hex') || ' ' || x.alt FROM product_picture x
      WHERE x.product_id = p.id AND x.removed_at IS NULL ORDER BY x.at, x.id)
    """

  static func select(product: UUID) -> SQL {
    """
    SELECT id, sha256, alt FROM product_picture WHERE product_id = \(product) AND removed_at IS NULL ORDER BY at, id
    """
  }

  /// The first picture of `product p`, as its hash and what is to be seen.
  static let first: SQL = """
    (SELECT x.id || ' ' || encode(x.sha256, 'hex') || ' ' || x.alt FROM product_picture x
      WHERE x.product_id = p.id AND x.removed_at IS NULL ORDER BY x.at, x.id LIMIT 1)
    """

  package var json: JSONValue {
    ["id": JSONValue(id), "url": .string(Self.path(sha256)), "alt": .string(alt)]
  }

  /// Where a browser finds it, on the province's host.
  package static func path(_ sha256: String) -> String { "/pictures/\(sha256)" }

  /// What the API shows of a picture.
  package static let shape = Shape.component(
    "ProductPicture",
    .object([
      .required("id", .uuid), .required("url", .text(max: 100), "On the province's host."),
      .required("alt", .name),
    ]))
}

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

/// The bytes of a picture: anyone's where its product is listed, else those of the vendor's people and verifiers.
package struct ReadPicture: Sendable {
  private let sha256: [UInt8]

  /// Nil for what is no hash.
  package init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: 64, by: 2) {
      guard let byte = UInt8(String(decoding: digits[start..<(start + 2)], as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    sha256 = bytes
  }

  /// - Returns: the picture, and whether anyone may see it.
  /// - Throws: `Refusal.notFound`; `FileRefusal.damaged`.
  package func callAsFunction(
    _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> (content: FileContent, isPublic: Bool) {
    let found = try await lease.query(
      """
      SELECT f.id, f.media_type, p.state = 'listed' AND p.vendor_verified, p.vendor_id
      FROM product_picture x JOIN file f ON f.id = x.file_id JOIN product p ON p.id = x.product_id
      WHERE x.sha256 = \(sha256) AND x.removed_at IS NULL
      ORDER BY (p.state = 'listed' AND p.vendor_verified) DESC, x.id
      """
    ).rows(as: (UUID, String, Bool, UUID).self)
    let seen = found.first { _, _, isPublic, vendor in
      isPublic || visit.actor.map { $0.vendorID == vendor || $0.roles.contains(.verifier) } ?? false
    }
    guard let seen else { throw Refusal.notFound }
    let chunks = try await lease.query(StoredFile.chunks(of: seen.0))
    let bytes = try StoredFile.assemble(chunks, sha256: sha256)
    return (FileContent(bytes: bytes, mediaType: seen.1), seen.2)
  }
}
