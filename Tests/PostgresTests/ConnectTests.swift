import Testing

@testable import Postgres

@Suite(.onServer) struct ConnectTests {
  @Test func sessionsSpeakUTF8AndNameThemselves() async throws {
    let connection = try await TestServer.connect()
    let row = try await connection.run(
      "SELECT current_setting('client_encoding'), current_setting('application_name')"
    ).first(as: (String, String).self)
    #expect(try #require(row) == ("UTF8", "eorder"))
    #expect(await connection.backend > 0)
  }

  @Test func nobodyAtHomeIsUnreachable() async throws {
    let target = ConnectionTarget(keywords: [("host", "/nowhere"), ("user", "x"), ("password", "s3cret")])
    let error = try #require(
      await #expect(throws: PostgresError.self) { try await TestServer.connect(target) })
    #expect(error.kind == .unreachable)
    #expect(!String(reflecting: error).contains("s3cret"))
  }

  @Test func aRefusedLoginShowsNoPassword() async throws {
    let target = try TestServer.target([
      ("user", "nobody_here"), ("password", "s3cret"), ("sslmode", "disable"),
    ])
    let error = try #require(
      await #expect(throws: PostgresError.self) { try await TestServer.connect(target) })
    #expect(error.kind == .unreachable)
    #expect(error.message.contains("nobody_here"))
    #expect(!String(reflecting: error).contains("s3cret"))
  }

  @Test func aServerThatOnlyListensIsGivenUp() async throws {
    let silent = try SilentServer()
    let start = ContinuousClock.now
    let error = await #expect(throws: PostgresError.self) {
      try await Connection.open(
        ConnectionTarget(keywords: [("host", silent.folder), ("user", "x")]), timeout: .milliseconds(200),
        logger: .silent)
    }
    #expect(error?.kind == .unreachable)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  /// Each host is another socket: the descriptor changes while libpq connects.
  @Test func theNextHostIsTried() async throws {
    let silent = try SilentServer()
    silent.close()
    let target = try TestServer.target()
    let host = try #require(target.keywords.last { $0.name == "host" }).value
    let connection = try await TestServer.connect(
      TestServer.target([("host", "/nowhere,\(silent.folder),\(host)")]))
    #expect(try await connection.value(Int.self, "SELECT 1") == 1)
  }

  @Test func descriptionsOfATargetShowNoPassword() {
    let target = ConnectionTarget(keywords: [("host", "db"), ("user", "x"), ("password", "s3cret")])
      .login(role: "tenant", password: "hidd3n", schema: "tenant")
    var dumped = ""
    dump(target, to: &dumped)
    for text in ["\(target)", String(reflecting: target), dumped] {
      #expect(!text.contains("s3cret") && !text.contains("hidd3n"))
    }
    #expect("\(target)" == "host=db user=tenant")
  }

  @Test func aForgottenConnectionIsClosed() async throws {
    let name = TestServer.uniqueName("gone")
    let observer = try await TestServer.connect()
    for _ in 0..<20 {
      let connection = try await TestServer.connect(TestServer.target([("application_name", name)]))
      _ = try await connection.run("SELECT 1")
    }
    try await eventually("connections were left open") {
      try await observer.value(
        Int.self, "SELECT count(*) FROM pg_stat_activity WHERE application_name = \(name)") == 0
    }
  }
}
