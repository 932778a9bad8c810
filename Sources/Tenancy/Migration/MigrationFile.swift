import Crypto
import Foundation

/// One forward-only migration: a numbered SQL file whose head says how it runs.
package struct MigrationFile: Sendable {
  package let version: Int
  /// The file's name without its ending.
  package let name: String
  package let sql: String
  /// SHA-256 of the file in hex; a file that was applied must not change any more.
  package let sha256: String
  package let lockTimeout: String

  /// - Throws: `MigrationError.malformed` where name or head is not as it must be.
  init(url: URL) throws {
    let name = url.deletingPathExtension().lastPathComponent
    guard let match = name.wholeMatch(of: /(\d{4})_[a-z0-9_]+/), let version = Int(match.1) else {
      throw MigrationError.malformed(name, "the name must be like 0001_people.sql")
    }
    let sql = try String(contentsOf: url, encoding: .utf8)
    let head = Self.head(sql)
    guard let phase = head["phase"], ["expand", "backfill", "contract"].contains(phase),
      head["transaction"] == "yes", let lockTimeout = head["lock-timeout"],
      lockTimeout.wholeMatch(of: /\d+m?s/) != nil
    else { throw MigrationError.malformed(name, "the head needs phase, transaction: yes and lock-timeout") }
    self.name = name
    self.version = version
    self.sql = sql
    self.lockTimeout = lockTimeout
    sha256 = SHA256.hash(data: Data(sql.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private static func head(_ sql: String) -> [String: String] {
    var head: [String: String] = [:]
    for line in sql.split(separator: "\n").prefix(while: { $0.hasPrefix("--") }) {
      let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      head[parts[0].trimmingCharacters(in: .whitespaces)] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    return head
  }
}

/// Why migrations cannot run.
package enum MigrationError: Error, Sendable, CustomStringConvertible {
  case malformed(String, String)
  case changed(String)
  case gap(String)
  case unknownVersion(Int)
  case drift(expected: String, actual: String)
  /// The server's own words, for the operator.
  case refused(String, String)

  package var description: String {
    switch self {
    case .malformed(let file, let reason): "migration \(file): \(reason)"
    case .changed(let file):
      "migration \(file) was changed after it had been applied; restore it and add a new one"
    case .gap(let folder): "the migrations in \(folder) are not numbered 1, 2, 3 …"
    case .unknownVersion(let version): "the schema is at version \(version), which this release does not know"
    case .drift(let expected, let actual): "the schema's fingerprint is \(actual), it should be \(expected)"
    case .refused(let file, let message): "migration \(file): \(message)"
    }
  }
}
