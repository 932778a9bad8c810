import Testing

@testable import Postgres

/// Only where COMMIT was under way does nobody know; then the caller must be told just that.
@Suite(.onServer, .timeLimit(.minutes(5))) struct CommitUnknownTests {
  private static let script = "CREATE TABLE kept (n int8)"

  private func commit(
    _ target: ConnectionTarget, through fault: CuttingProxy.Fault, patience: Duration = .seconds(20)
  ) async throws -> PostgresError {
    let host = try #require(target.keywords.last { $0.name == "host" }).value
    let proxy = try CuttingProxy(server: host, fault: fault)
    defer { proxy.cut() }
    var proxied = target
    proxied.keywords += [("host", proxy.folder), ("sslmode", "disable")]
    let connection = try await TestServer.connect(proxied, patience: patience)
    let error = await #expect(throws: PostgresError.self) {
      try await connection.transaction { _ = try await $0.query("INSERT INTO kept VALUES (1)") }
    }
    #expect(!connection.isReusable)
    return try #require(error)
  }

  private func kept(_ target: ConnectionTarget) async throws -> Int {
    try await TestServer.connect(target).value(Int.self, "SELECT count(*) FROM kept")
  }

  @Test func theReplyIsLostAndItIsThere() async throws {
    try await TestServer.withSchema(Self.script) { target in
      let error = try await commit(target, through: .dropReply)
      #expect(error.kind == .commitUnknown)
      let kept = try await kept(target)
      #expect(kept == 1)
    }
  }

  @Test func theRequestIsLostAndItIsNotThere() async throws {
    try await TestServer.withSchema(Self.script) { target in
      let error = try await commit(target, through: .dropRequest)
      #expect(error.kind == .commitUnknown)
      let kept = try await kept(target)
      #expect(kept == 0)
    }
  }

  @Test func noAnswerInTimeIsUnknownToo() async throws {
    try await TestServer.withSchema(Self.script) { target in
      let error = try await commit(target, through: .freeze, patience: .milliseconds(500))
      #expect(error.kind == .commitUnknown)
    }
  }

  @Test func theServerDiesInTheMiddle() async throws {
    let script = """
      CREATE TABLE kept (n int8);
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER die AFTER INSERT ON kept DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION die()
      """
    try await TestServer.withSchema(script) { target in
      let connection = try await TestServer.connect(target)
      let error = await #expect(throws: PostgresError.self) {
        try await connection.transaction { _ = try await $0.query("INSERT INTO kept VALUES (1)") }
      }
      #expect(error?.kind == .commitUnknown)
      #expect(error?.isTransient == true)
    }
  }

  @Test func aConnectionLostBeforehandLeavesNoDoubt() async throws {
    let (connection, observer) = (try await TestServer.connect(), try await TestServer.connect())
    let error = await #expect(throws: PostgresError.self) {
      try await connection.transaction { transaction in
        _ = try await transaction.query("SELECT 1")
        _ = try await observer.run("SELECT pg_terminate_backend(\(await connection.backend))")
        _ = try? await transaction.query("SELECT 2")
      }
    }
    #expect(error?.kind != .commitUnknown)
  }
}
