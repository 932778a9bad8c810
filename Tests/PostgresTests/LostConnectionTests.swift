import Testing

@testable import Postgres

@Suite(.onServer, .timeLimit(.minutes(5))) struct LostConnectionTests {
  @Test func terminatedInTheMiddleOfAStatement() async throws {
    let (connection, observer) = (try await TestServer.connect(), try await TestServer.connect())
    let backend = await connection.backend
    let task = Task { try await connection.run("SELECT pg_sleep(60)") }
    try await Task.sleep(for: .milliseconds(50))
    _ = try await observer.run("SELECT pg_terminate_backend(\(backend))")
    let error = await #expect(throws: PostgresError.self) { try await task.value }
    #expect(error?.kind == .connectionLost)
    #expect(error?.sqlState == "57P01")
    #expect(error?.isTransient == true)
    #expect(!connection.isReusable)
    let afterwards = await #expect(throws: PostgresError.self) { try await connection.run("SELECT 1") }
    #expect(afterwards?.kind == .connectionLost)
  }

  @Test func terminatedWhileIdleIsSeenBeforeItIsLent() async throws {
    let (connection, observer) = (try await TestServer.connect(), try await TestServer.connect())
    #expect(connection.isReusable)
    _ = try await observer.run("SELECT pg_terminate_backend(\(await connection.backend))")
    try await eventually("the farewell was not noticed") { !connection.isReusable }
    let error = await #expect(throws: PostgresError.self) { try await connection.run("SELECT 1") }
    #expect(error?.kind == .connectionLost)
  }

  @Test func closedByUs() async throws {
    let connection = try await TestServer.connect()
    await connection.close()
    await connection.close()
    #expect(!connection.isReusable && !connection.isInTransaction)
    let error = await #expect(throws: PostgresError.self) { try await connection.run("SELECT 1") }
    #expect(error?.kind == .connectionLost)
  }

  @Test func closedWhileARequestToCancelIsUnderWay() async throws {
    for _ in 0..<50 {
      let connection = try await TestServer.connect()
      let task = Task { try await connection.run("SELECT pg_sleep(0.01)") }
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...12)))
      task.cancel()
      await connection.close()
      _ = try? await task.value
    }
  }
}
