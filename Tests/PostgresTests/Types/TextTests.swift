import Foundation
import Testing

@testable import Postgres

@Suite(.onServer) struct TextTests {
  static let hostile = [
    "", " ", "'", "''; DROP TABLE orders; --", "\\", "\\'; SELECT 1", "$1", "$$", "%s %n", "{\"a\":1}",
    "NULL", "\u{1}\u{7f}\r\n\t", "é", "e\u{301}", "👩‍👩‍👧‍👦", "\u{202E}evitpecni", "\u{FEFF}x", "\u{FFFF}",
    "\u{10FFFF}", String(repeating: "ä", count: 1_000_000),
  ]

  @Test(arguments: hostile.indices)
  func comesBackByteForByte(_ index: Int) async throws {
    let text = Self.hostile[index]
    let connection = try await TestServer.connect()
    let row = try #require(
      try await connection.run("SELECT \(text), octet_length(\(text))").first(as: (String, Int).self))
    #expect(Array(row.0.utf8) == Array(text.utf8))
    #expect(row.1 == text.utf8.count)
  }

  @Test func nulIsRefusedByTheServerAndNothingElseSuffers() async throws {
    let connection = try await TestServer.connect()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.run("SELECT \("before\0after")")
    }
    #expect(error?.kind == .server)
    #expect(error?.sqlState == "22021")
    #expect(try await connection.value(String.self, "SELECT \("after")") == "after")
  }

  @Test func allTextTypesAreRead() async throws {
    let connection = try await TestServer.connect()
    let row = try await connection.run(
      """
      SELECT 'a'::text, 'b'::varchar(5), 'c'::char(1), 'd'::name, '{"e": 1}'::json, '{"f":1}'::jsonb
      """
    ).first(as: (String, String, String, String, String, String).self)
    #expect(try #require(row) == ("a", "b", "c", "d", #"{"e": 1}"#, #"{"f": 1}"#))
  }

  @Test func bytesComeBackWhateverTheyAre() async throws {
    let connection = try await TestServer.connect()
    let bytes = (0...UInt8.max).flatMap { [UInt8](repeating: $0, count: 3) }
    #expect(try await connection.value(Bytes.self, "SELECT \(bytes)").bytes == bytes)
    #expect(try await connection.value(Bytes.self, "SELECT \([UInt8]())").bytes.isEmpty)
  }

  @Test func textAndBytesAreNotMixedUp() async throws {
    let connection = try await TestServer.connect()
    await #expect(throws: DecodingFailure.self) { try await connection.value(Bytes.self, "SELECT 'a'::text") }
    await #expect(throws: DecodingFailure.self) {
      try await connection.value(String.self, "SELECT 'a'::bytea")
    }
  }
}
