import Foundation
import Synchronization
import Testing

@testable import Postgres

@Suite(.onServer, .timeLimit(.minutes(5))) struct CopyTests {
  private struct Stopped: Error {}

  /// Rows of about a kilobyte.
  private static func rows(_ range: Range<Int>) -> [UInt8] {
    Array(range.map { "\($0)\t\(String(repeating: "x", count: 1000))\n" }.joined().utf8)
  }

  private func table() async throws -> Connection {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE copied (id int8 PRIMARY KEY, text text)")
    return connection
  }

  @Test func outChunkByChunk() async throws {
    let connection = try await TestServer.connect()
    let text = Mutex("")
    try await connection.copyOut(
      "COPY (SELECT n, n * n FROM generate_series(1, 1000) AS n) TO STDOUT (FORMAT csv)"
    ) {
      chunk in text.withLock { $0 += String(decoding: chunk, as: UTF8.self) }
    }
    let lines = text.withLock { $0.split(separator: "\n") }
    #expect(lines.count == 1000)
    #expect(lines.last == "1000,1000000")
    #expect(try await connection.value(Int.self, "SELECT 1") == 1)
  }

  @Test func inAndOutFarLargerThanAnyBuffer() async throws {
    let connection = try await table()
    let next = Tally()
    let taken = try await connection.copyIn("COPY copied FROM STDIN") {
      let batch = next.add() - 1
      return batch < 50 ? Self.rows(batch * 1000..<(batch + 1) * 1000) : nil
    }
    #expect(taken == 50_000)
    let bytes = Tally()
    try await connection.copyOut("COPY copied TO STDOUT") { chunk in
      bytes.add(chunk.count)
      if bytes.count % 1000 == 0 { Thread.sleep(forTimeInterval: 0.001) }
    }
    #expect(bytes.count > 50_000_000)
    #expect(connection.isReusable)
  }

  @Test func oneChunkOfManyMegabytes() async throws {
    let connection = try await table()
    let next = Tally()
    let all = Self.rows(0..<20_000)
    #expect(
      try await connection.copyIn("COPY copied FROM STDIN") { next.add() == 1 ? all : nil } == 20_000)
  }

  @Test func nothingIsNoRows() async throws {
    let connection = try await table()
    #expect(try await connection.copyIn("COPY copied FROM STDIN") { nil } == 0)
    let chunks = Tally()
    try await connection.copyOut("COPY copied TO STDOUT") { _ in chunks.add() }
    #expect(chunks.count == 0)
  }

  @Test func abortedByTheSourceNothingIsKept() async throws {
    let connection = try await table()
    let next = Tally()
    await #expect(throws: Stopped.self) {
      try await connection.copyIn("COPY copied FROM STDIN") {
        if next.add() > 5 { throw Stopped() }
        return Self.rows(next.count * 100..<next.count * 100 + 100)
      }
    }
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM copied") == 0)
  }

  @Test func abortedByTheSinkTheRestIsNotSent() async throws {
    let connection = try await TestServer.connect()
    let chunks = Tally()
    let start = ContinuousClock.now
    await #expect(throws: Stopped.self) {
      try await connection.copyOut(
        "COPY (SELECT n, pg_sleep(0.001) FROM generate_series(1, 60000) AS n) TO STDOUT"
      ) {
        _ in
        chunks.add()
        throw Stopped()
      }
    }
    #expect(chunks.count == 1)
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT 1") == 1)
  }

  @Test func abortedByTheServer() async throws {
    let connection = try await table()
    let next = Tally()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.copyIn("COPY copied FROM STDIN") {
        next.add() <= 50 ? Self.rows(0..<1000) : nil  // the same keys again
      }
    }
    #expect(error?.sqlState == SQLState.uniqueViolation)
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM copied") == 0)
  }

  @Test func refusedFromTheStart() async throws {
    let connection = try await TestServer.connect()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.copyOut("COPY nowhere TO STDOUT") { _ in }
    }
    #expect(error?.sqlState == "42P01")
    let bound = await #expect(throws: PostgresError.self) {
      try await connection.copyOut("COPY (SELECT \(Int64(1))) TO STDOUT") { _ in }
    }
    #expect(bound?.kind == .server)
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT 1") == 1)
  }

  @Test func theWrongWayRoundEndsTheConnectionInsteadOfHanging() async throws {
    let connection = try await table()
    await #expect(throws: PostgresError.self) {
      try await connection.copyOut("COPY copied FROM STDIN") { _ in }
    }
    #expect(!connection.isReusable)
  }
}
