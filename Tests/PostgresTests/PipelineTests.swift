import Testing

@testable import Postgres

@Suite(.onServer) struct PipelineTests {
  @Test func resultsStandInTheOrderOfTheirStatements() async throws {
    let connection = try await TestServer.connect()
    let results = try await connection.exchange((0..<100).map { "SELECT \(Int64($0))" })
    #expect(try results.map { try $0.first(as: Int64.self) } == (0..<100).map(Int64.init))
  }

  @Test func anEmptyBatchIsNothing() async throws {
    let connection = try await TestServer.connect()
    #expect(try await connection.exchange([]).isEmpty)
    #expect(connection.isReusable)
  }

  @Test func anErrorInTheMiddleUndoesTheWholeBatch() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8)")
    let error = await #expect(throws: PostgresError.self) {
      try await connection.exchange([
        "INSERT INTO kept VALUES (\(Int64(1)))", "SELECT 1 / \(Int64(0))",
        "INSERT INTO kept VALUES (\(Int64(2)))",
        "SELECT 'never prepared'",
      ])
    }
    #expect(error?.sqlState == "22012")
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM kept") == 0)
    // Those that were never reached are not believed to be prepared.
    #expect(try await connection.value(String.self, "SELECT 'never prepared'") == "never prepared")
  }

  @Test func theFirstOfTwoErrorsIsTold() async throws {
    let connection = try await TestServer.connect()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.exchange(["SELECT 1 / 0", "SELECT * FROM nowhere"])
    }
    #expect(error?.sqlState == "22012")
  }

  @Test func anUnpreparableStatementIsRefusedAlone() async throws {
    let connection = try await TestServer.connect()
    await #expect(throws: PostgresError.self) {
      try await connection.exchange(["SELECT 1", "SELECT * FROM nowhere", "SELECT 2"])
    }
    #expect(try await connection.value(Int.self, "SELECT 2") == 2)
  }

  @Test func severalStatementsInOneTextAreRefused() async throws {
    let connection = try await TestServer.connect()
    let error = await #expect(throws: PostgresError.self) { try await connection.run("SELECT 1; SELECT 2") }
    #expect(error?.sqlState == "42601")
  }

  @Test func tooManyParametersAreRefusedBeforeAnythingIsSent() async throws {
    let connection = try await TestServer.connect()
    let many = SQL(joining: (0...65_535).map { "\(Int64($0))" }, separator: ",")
    let error = await #expect(throws: PostgresError.self) {
      try await connection.exchange(["SELECT 'before'", "SELECT \(many)"])
    }
    #expect(error?.kind == .server)
    #expect(try await connection.value(String.self, "SELECT 'after'") == "after")
  }

  @Test func asManyParametersAsThereCanBe() async throws {
    let connection = try await TestServer.connect()
    let many = SQL(joining: (1...65_535).map { "(\(Int64($0)))" }, separator: ",")
    #expect(
      try await connection.value(Int.self, "SELECT count(DISTINCT n) FROM (VALUES \(many)) AS v (n)")
        == 65_535)
  }

  /// Both ends would wait for each other if one only wrote.
  @Test(.timeLimit(.minutes(5)))
  func bothDirectionsLargerThanAnyBuffer() async throws {
    let connection = try await TestServer.connect()
    let text = String(repeating: "x", count: 1_000_000)
    let results = try await connection.exchange((0..<30).map { _ in "SELECT \(text), 1" })
    let texts = try results.flatMap { try $0.rows(as: (String, Int).self) }.map(\.0)
    #expect(texts.count == 30 && texts.allSatisfy { $0.utf8.count == 1_000_000 })
  }

  @Test func callersTakeTurnsOnOneConnection() async throws {
    let connection = try await TestServer.connect()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask { try await connection.value(Int64.self, "SELECT \(Int64(number))") == Int64(number) }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
