import Logging
import Testing

@testable import Postgres

@Suite(.onServer) struct ErrorTests {
  private static let table: SQL = """
    CREATE TEMP TABLE person (
      id int8 CONSTRAINT person_key PRIMARY KEY,
      nik text NOT NULL CONSTRAINT nik_length CHECK (length(nik) = 16),
      boss int8 CONSTRAINT person_boss REFERENCES person)
    """

  private func failure(_ statement: SQL) async throws -> PostgresError {
    let connection = try await TestServer.connect()
    _ = try await connection.exchange([Self.table, "INSERT INTO person VALUES (1, '3171234567890001')"])
    return try #require(
      await #expect(throws: PostgresError.self) { try await connection.run(statement) })
  }

  @Test func uniqueViolation() async throws {
    let error = try await failure("INSERT INTO person VALUES (\(Int64(1)), '3171234567890001')")
    #expect(error.kind == .server)
    #expect(error.sqlState == SQLState.uniqueViolation)
    #expect(error.constraint == "person_key")
    #expect(error.table == "person")
    #expect(error.detail == "Key (id)=(1) already exists.")
    #expect(!error.isTransient && !error.isSerializationFailure)
  }

  @Test func checkViolation() async throws {
    let error = try await failure("INSERT INTO person VALUES (2, \("short"))")
    #expect(error.sqlState == SQLState.checkViolation)
    #expect(error.constraint == "nik_length")
  }

  @Test func foreignKeyViolation() async throws {
    let error = try await failure("INSERT INTO person VALUES (2, '3171234567890002', 99)")
    #expect(error.sqlState == SQLState.foreignKeyViolation)
    #expect(error.constraint == "person_boss")
  }

  @Test func missingValue() async throws {
    let error = try await failure("INSERT INTO person VALUES (2, \(String?.none))")
    #expect(error.sqlState == "23502")
    #expect(error.column == "nik")
  }

  @Test(
    arguments: [
      "INSERT INTO person VALUES (3, '999999999999999999')",
      "INSERT INTO person VALUES (1, '9999999999999999')",
      "INSERT INTO person VALUES (\(Int64(99_999)), \("99999"))",
      "SELECT ('99999' || \("x"))::int8",
    ] as [SQL])
  func noValueGetsIntoALog(_ statement: SQL) async throws {
    let error = try await failure(statement)
    let log = CapturedLog()
    log.logger.error("failed", metadata: ["error": "\(error)"])
    let any: any Error = error
    for text in ["\(error)", error.description, String(describing: error), "\(any)", log.text] {
      #expect(!text.contains("99999") && !text.contains("(1)"))
      #expect(text.contains(error.sqlState))
    }
    #expect(String(reflecting: error).contains(error.message))
  }

  @Test func syntaxErrorsLeaveTheConnectionUsable() async throws {
    let connection = try await TestServer.connect()
    let error = await #expect(throws: PostgresError.self) { try await connection.run("SELEKT 1") }
    #expect(error?.sqlState == "42601")
    #expect(try await connection.value(Int.self, "SELECT 1") == 1)
  }

  @Test func transienceByClass() {
    func error(_ state: String) -> PostgresError {
      var error = PostgresError(.server)
      error.sqlState = state
      return error
    }
    for state in ["08006", "53300", "57P01", "58030", "55P03", "40001", "40P01"] {
      #expect(error(state).isTransient, "\(state)")
    }
    for state in ["23505", "42501", "22P02", "42P01", "0A000"] {
      #expect(!error(state).isTransient, "\(state)")
    }
    #expect(PostgresError(.exhausted).isTransient)
  }
}
