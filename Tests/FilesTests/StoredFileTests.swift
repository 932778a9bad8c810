import Crypto
import Foundation
import Logging
import Postgres
import Testing

@testable import Files

@Suite struct StoredFileTests {
  private static let now = Date(timeIntervalSince1970: 1_803_862_800)

  @Test func `an empty file and a nameless one are refused`() {
    for content in [[], Array("surat.pdf".utf8)] as [[UInt8]] {
      #expect(throws: FileRefusal.unsupportedType) { try StoredFile(content, at: Self.now) }
    }
  }

  @Test func `ten mebibytes and no byte more`() throws {
    let most = 10 * 1024 * 1024
    let file = try StoredFile(Papers.pdf(most), at: Self.now)
    #expect(file.size == most && file.mediaType == .pdf)
    #expect(throws: FileRefusal.tooLarge) { try StoredFile(Papers.pdf(most + 1), at: Self.now) }
  }

  @Test(arguments: [1, 2, 3]) func `chunks end at their edges`(count: Int) async throws {
    let tables = try await FileTables.make()
    for (size, chunks) in [
      (count * 262_144 - 1, count), (count * 262_144, count), (count * 262_144 + 1, count + 1),
    ] {
      let content = Papers.pdf(size)
      let file = try StoredFile(content, at: Self.now)
      #expect(file.insertions.count == chunks + 1)
      try await tables.store(file)
      let stored = try await tables.lease.query(StoredFile.chunks(of: file.id))
      #expect(stored.count == chunks)
      #expect(try StoredFile.assemble(stored, sha256: file.sha256) == content)
    }
  }

  @Test func `each kind comes back as it was`() async throws {
    let tables = try await FileTables.make()
    for content in [Papers.pdf, Papers.jpeg, Papers.png] {
      let file = try StoredFile(content, at: Self.now)
      #expect(file.sha256 == Array(SHA256.hash(data: content)))
      try await tables.store(file)
      let stored = try await tables.lease.query(StoredFile.chunks(of: file.id))
      #expect(try StoredFile.assemble(stored, sha256: file.sha256) == content)
    }
  }

  @Test(arguments: [
    "UPDATE file_chunk SET bytes = set_byte(bytes, 1000, get_byte(bytes, 1000) # 1) WHERE position = 1",
    "DELETE FROM file_chunk WHERE position = 1",
    "UPDATE file_chunk SET position = 9 - position",
  ])
  func `a damaged file is not given out`(damage: String) async throws {
    let tables = try await FileTables.make()
    let file = try StoredFile(Papers.pdf(600_000), at: Self.now)
    try await tables.store(file)
    try await tables.lease.execute(script: damage)
    let stored = try await tables.lease.query(StoredFile.chunks(of: file.id))
    #expect(throws: FileRefusal.damaged) { try StoredFile.assemble(stored, sha256: file.sha256) }
  }
}

/// The tables of files in a schema of one test's own.
private final class FileTables: Sendable {
  let lease: MigratorConnection

  private init(_ lease: consuming MigratorConnection) { self.lease = lease }

  static func make() async throws -> FileTables {
    let migration = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Migrations/tenant/0002_vendors.sql").standardizedFileURL
    let text = try String(contentsOf: migration, encoding: .utf8)
    let tables = text.prefix(upTo: try #require(text.range(of: "CREATE TABLE vendor (")).lowerBound)
    guard
      let url = ProcessInfo.processInfo.environment["EORDER_TEST_DATABASE_URL"].flatMap(URLComponents.init)
    else { throw ServerMissing() }
    var keywords = (url.queryItems ?? []).map { (name: $0.name, value: $0.value ?? "") }
    if let user = url.user { keywords.append((name: "user", value: user)) }
    if let password = url.password { keywords.append((name: "password", value: password)) }
    keywords.append((name: "dbname", value: String(url.path.dropFirst())))
    let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
    let lease = try await MigratorConnection(ConnectionTarget(keywords: keywords), logger: logger)
    let name = "files_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    try await lease.execute(script: "CREATE SCHEMA \(name); SET search_path = \(name)")
    try await lease.execute(script: String(tables))
    return FileTables(lease)
  }

  func store(_ file: StoredFile) async throws {
    try await lease.transaction { transaction in
      for statement in file.insertions { transaction.enqueue(statement) }
    }
  }
}

private struct ServerMissing: Error, CustomStringConvertible {
  var description: String { "EORDER_TEST_DATABASE_URL has to name a PostgreSQL server as its superuser" }
}
