import Testing

@testable import Postgres

@Suite(.onServer, .timeLimit(.minutes(5))) struct DeadlockTests {
  private static let script =
    "CREATE TABLE account (id int8 PRIMARY KEY, n int8); "
    + "INSERT INTO account VALUES (1, 0), (2, 0)"

  /// Takes one row, waits for the other task to take its own, and then wants that one too.
  private func raise(
    _ first: Int64, _ second: Int64, _ connection: Connection, _ meeting: Meeting, _ attempts: Tally
  ) async throws {
    try await connection.transaction { transaction in
      attempts.add()
      _ = try await transaction.query("UPDATE account SET n = n + 1 WHERE id = \(first)")
      await meeting.attend()
      _ = try await transaction.query("UPDATE account SET n = n + 1 WHERE id = \(second)")
    }
  }

  @Test func theVictimIsTriedAgain() async throws {
    try await TestServer.withSchema(Self.script, settings: ["deadlock_timeout": "20ms"]) { target in
      let (one, two) = (try await TestServer.connect(target), try await TestServer.connect(target))
      let (meeting, attempts) = (Meeting(of: 2), Tally())
      async let left: Void = raise(1, 2, one, meeting, attempts)
      async let right: Void = raise(2, 1, two, meeting, attempts)
      _ = try await (left, right)
      #expect(attempts.count >= 3)
      let sums = try await one.run("SELECT n FROM account").rows(as: Int64.self)
      #expect(sums == [2, 2])
    }
  }

  @Test func aBodyThatAlwaysLosesIsGivenUp() async throws {
    let connection = try await TestServer.connect()
    let attempts = Tally()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.transaction { transaction in
        attempts.add()
        _ = try await transaction.query("DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END $$")
      }
    }
    #expect(error?.isSerializationFailure == true)
    #expect(attempts.count == 5)
    #expect(connection.isReusable)
  }

  @Test func otherErrorsAreNotTriedAgain() async throws {
    let connection = try await TestServer.connect()
    let attempts = Tally()
    await #expect(throws: PostgresError.self) {
      try await connection.transaction { transaction in
        attempts.add()
        _ = try await transaction.query("SELECT 1 / 0")
      }
    }
    #expect(attempts.count == 1)
  }

  @Test func aDeadlockAtCommitIsTriedAgainToo() async throws {
    let connection = try await TestServer.connect()
    let attempts = Tally()
    await #expect(throws: PostgresError.self) {
      try await connection.transaction { transaction in
        attempts.add()
        transaction.enqueue("DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40P01'; END $$")
      }
    }
    #expect(attempts.count == 5)
  }
}
