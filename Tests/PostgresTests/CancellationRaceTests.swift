import Testing

@testable import Postgres

/// The cancel request comes on a connection of its own: sent for a statement that has just ended, it would
/// hit the next one.
@Suite(.onServer) struct CancellationRaceTests {
  private static let rounds = 600

  @Test(.timeLimit(.minutes(5)))
  func noInnocentStatementIsCancelled() async throws {
    let connection = try await TestServer.connect()
    let (cancelled, completed) = (Tally(), Tally())
    for _ in 0..<Self.rounds {
      let guilty = Task { try await connection.run("SELECT pg_sleep(0.001)") }
      try await Task.sleep(for: .microseconds(Int.random(in: 600...2_500)))
      guilty.cancel()
      // Asked at once, while the request may still be on its way.
      async let innocent = connection.value(Int.self, "SELECT 1 FROM pg_sleep(0.001)")
      do {
        _ = try await guilty.value
        completed.add()
      } catch is CancellationError {
        cancelled.add()
      }
      #expect(try await innocent == 1)
    }
    #expect(cancelled.count + completed.count == Self.rounds)
    // Both must have happened for the race to have been run at all.
    #expect(cancelled.count > 0, "\(cancelled.count) cancelled")
    #expect(completed.count > 0, "\(completed.count) completed")
    #expect(connection.isReusable)
  }
}
