import Crypto
package import Foundation
package import Postgres

/// A paper or picture that a person uploaded: typed by its content, hashed, kept in chunks.
package struct StoredFile: Sendable {
  /// Bytes of one file at most (10 MiB).
  package static let maximumSize = 10 * 1024 * 1024
  /// Bytes of one row of `file_chunk` at most.
  static let chunkSize = 256 * 1024

  package let id: UUID
  package let sha256: [UInt8]
  package let mediaType: MediaType
  package let size: Int
  private let bytes: [UInt8]
  private let createdAt: Date

  /// - Throws: `FileRefusal` where the content is of no accepted type, empty or too large.
  package init(_ bytes: [UInt8], at now: Date) throws(FileRefusal) {
    guard bytes.count <= Self.maximumSize else { throw .tooLarge }
    guard let type = MediaType(content: bytes) else { throw .unsupportedType }
    id = .version7(at: now)
    sha256 = Array(SHA256.hash(data: bytes))
    mediaType = type
    size = bytes.count
    self.bytes = bytes
    createdAt = now
  }

  /// Inserts the file and its chunks; it belongs in the transaction that names the file.
  package var insertions: [SQL] {
    let head: SQL = """
      INSERT INTO file (id, sha256, media_type, size, created_at)
      VALUES (\(id), \(sha256), \(mediaType.rawValue), \(size), \(createdAt))
      """
    let starts = Array(stride(from: 0, to: bytes.count, by: Self.chunkSize))
    return [head]
      + starts.enumerated().map { position, start in
        let chunk = Array(bytes[start..<min(start + Self.chunkSize, bytes.count)])
        return "INSERT INTO file_chunk (file_id, position, bytes) VALUES (\(id), \(position), \(chunk))"
      }
  }

  /// Reads a file's bytes in order.
  package static func chunks(of id: UUID) -> SQL {
    "SELECT bytes FROM file_chunk WHERE file_id = \(id) ORDER BY position"
  }

  /// Puts the chunks together and compares them with the hash that was taken when they came.
  /// - Throws: `FileRefusal.damaged` where a bit has changed since.
  package static func assemble(_ chunks: Result, sha256: [UInt8]) throws -> [UInt8] {
    let bytes = try chunks.rows(as: (Bytes).self).flatMap(\.bytes)
    guard Array(SHA256.hash(data: bytes)) == sha256 else { throw FileRefusal.damaged }
    return bytes
  }
}

/// Why a file is not taken or not given out.
package enum FileRefusal: Error, Sendable {
  case tooLarge
  case unsupportedType
  case damaged
}
