package import Foundation

/// The migrations of one kind of schema, in order.
package struct MigrationSet: Sendable {
  package let files: [MigrationFile]
  /// Fingerprints of the schema by version, where they are shipped.
  package let fingerprints: [Int: String]

  package var latest: Int { files.last?.version ?? 0 }

  /// Reads a folder of `NNNN_name.sql` files and the file `fingerprints`, lines of `version hash`.
  package init(folder: URL) throws {
    let urls = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    files = try urls.filter { $0.pathExtension == "sql" }.map(MigrationFile.init).sorted {
      $0.version < $1.version
    }
    guard files.map(\.version) == Array(1...max(1, files.count)) else {
      throw MigrationError.gap(folder.lastPathComponent)
    }
    let text = (try? String(contentsOf: folder.appending(path: "fingerprints"), encoding: .utf8)) ?? ""
    var fingerprints: [Int: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2, let version = Int(parts[0]) { fingerprints[version] = String(parts[1]) }
    }
    self.fingerprints = fingerprints
  }

  /// The set as it was when this version was the latest.
  package func through(_ version: Int) -> MigrationSet {
    MigrationSet(
      files: files.filter { $0.version <= version }, fingerprints: fingerprints.filter { $0.key <= version })
  }

  private init(files: [MigrationFile], fingerprints: [Int: String]) {
    self.files = files
    self.fingerprints = fingerprints
  }

  /// - Throws: `MigrationError.drift` where a schema of this version is not what was shipped.
  package func check(_ fingerprint: String, of version: Int) throws {
    if let expected = fingerprints[version], expected != fingerprint {
      throw MigrationError.drift(expected: expected, actual: fingerprint)
    }
  }

  /// What is still to be applied to a schema.
  /// - Throws: `MigrationError` where an applied file has changed or the schema is ahead.
  package func pending(applied: [(version: Int, sha256: String)]) throws -> [MigrationFile] {
    for (version, sha256) in applied {
      guard let file = files.first(where: { $0.version == version }) else {
        throw MigrationError.unknownVersion(version)
      }
      guard file.sha256 == sha256 else { throw MigrationError.changed(file.name) }
    }
    let done = Set(applied.map(\.version))
    return files.filter { !done.contains($0.version) }
  }
}

/// The migrations of all three kinds of schema.
package struct Migrations: Sendable {
  package let control: MigrationSet
  package let reference: MigrationSet
  package let tenant: MigrationSet

  package init(folder: URL) throws {
    control = try MigrationSet(folder: folder.appending(path: "control"))
    reference = try MigrationSet(folder: folder.appending(path: "reference"))
    tenant = try MigrationSet(folder: folder.appending(path: "tenant"))
  }
}
