import Authentication
import EOrderRules
import Files
import Foundation
package import Postgres
import Tenancy

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
