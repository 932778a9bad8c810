import Foundation
import Testing

@testable import Tenancy

/// Migrations are numbered without gaps, never changed, and known by their hashes.
@Suite struct MigrationSetTests {
  private static let head = "-- phase: expand\n-- transaction: yes\n-- lock-timeout: 2s\n"

  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "set-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return folder
  }

  @Test func readsFilesAndFingerprints() throws {
    let set = try MigrationSet(
      folder: try folder([
        "0002_more.sql": Self.head + "SELECT 2;", "0001_first.sql": Self.head + "SELECT 1;",
        "fingerprints": "1 abc\n2 def\n",
      ]))
    #expect(set.files.map(\.name) == ["0001_first", "0002_more"])
    #expect(set.latest == 2 && set.fingerprints == [1: "abc", 2: "def"])
    #expect(set.through(1).latest == 1 && set.through(1).fingerprints == [1: "abc"])
    #expect(throws: Never.self) { try set.check("def", of: 2) }
    #expect(throws: MigrationError.self) { try set.check("other", of: 2) }
    #expect(throws: Never.self) { try set.check("other", of: 3) }
  }

  @Test(arguments: [
    ["0002_more.sql": Self.head], ["0001_a.sql": Self.head, "0001_b.sql": Self.head],
    ["0001_a.sql": "SELECT 1"], ["1_a.sql": Self.head], ["0001_A.sql": Self.head],
    ["0001_a.sql": Self.head.replacing("2s", with: "2 s")],
    ["0001_a.sql": Self.head.replacing("expand", with: "x")],
  ])
  func wrongFoldersAreRefused(files: [String: String]) throws {
    let folder = try folder(files)
    #expect(throws: MigrationError.self) { try MigrationSet(folder: folder) }
  }

  @Test func pendingIsWhatWasNotApplied() throws {
    let set = try MigrationSet(
      folder: try folder(["0001_a.sql": Self.head + "SELECT 1;", "0002_b.sql": Self.head + "SELECT 2;"]))
    let hashes = set.files.map(\.sha256)
    #expect(try set.pending(applied: []).map(\.version) == [1, 2])
    #expect(try set.pending(applied: [(1, hashes[0])]).map(\.version) == [2])
    #expect(try set.pending(applied: [(1, hashes[0]), (2, hashes[1])]).isEmpty)
    #expect(throws: MigrationError.self) { try set.pending(applied: [(1, hashes[1])]) }
    #expect(throws: MigrationError.self) { try set.pending(applied: [(3, "x")]) }
  }

  /// Each shipped migration can be read, and each version of the tenants' schema has its fingerprint.
  @Test func theShippedOnesAreWhole() throws {
    let migrations = try Migrations(
      folder: tenantsFolder.deletingLastPathComponent().appending(path: "Migrations"))
    #expect(migrations.tenant.fingerprints.keys.sorted() == Array(1...migrations.tenant.latest))
  }
}
