import Testing

@testable import Postgres

/// A connection that is not who and where it should be is never handed out.
@Suite(.onServer) struct IdentityTests {
  @Test func theRightRoleInTheRightSchemaIsLetIn() async throws {
    try await withRole { role, schema in
      let target = try TestServer.target().login(role: role, password: "x", schema: schema)
      let connection = try await TestServer.connect(target)
      #expect(try await connection.value(String.self, "SELECT session_user::text") == role)
    }
  }

  @Test func anotherRoleIsRefused() async throws {
    try await withRole { role, schema in
      var target = try TestServer.target()
      target.expectedRole = role
      let refused = target
      let error = await #expect(throws: PostgresError.self) { try await TestServer.connect(refused) }
      #expect(error?.kind == .unreachable)
    }
  }

  @Test func anotherSchemaIsRefused() async throws {
    try await withRole { role, schema in
      let target = try TestServer.target().login(role: role, password: "x", schema: "elsewhere")
      let error = await #expect(throws: PostgresError.self) { try await TestServer.connect(target) }
      #expect(error?.kind == .unreachable)
    }
  }

  @Test func aSchemaAloneIsCheckedToo() async throws {
    var target = try TestServer.target(settings: ["search_path": "pg_catalog"])
    target.expectedSchema = "pg_catalog"
    #expect(try await TestServer.connect(target).isReusable)
    target.expectedSchema = "public"
    let refused = target
    await #expect(throws: PostgresError.self) { try await TestServer.connect(refused) }
  }

  @Test func aPathThatLeadsNowhereIsRefused() async throws {
    var target = try TestServer.target(settings: ["search_path": "no_such_schema"])
    target.expectedSchema = "no_such_schema"
    let refused = target
    await #expect(throws: PostgresError.self) { try await TestServer.connect(refused) }
  }

  private func withRole(_ body: (_ role: String, _ schema: String) async throws -> Void) async throws {
    let role = TestServer.uniqueName("role")
    let operate = try await TestServer.connect()
    // A superuser, since other suites close the server's own database to everybody else meanwhile.
    try await operate.execute(
      script: """
        CREATE ROLE \(role) LOGIN SUPERUSER PASSWORD 'x'; CREATE SCHEMA \(role) AUTHORIZATION \(role);
        ALTER ROLE \(role) SET search_path = \(role), pg_temp
        """)
    let removal = "DROP SCHEMA \(role); DROP ROLE \(role)"
    do { try await body(role, role) } catch {
      try? await operate.execute(script: removal)
      throw error
    }
    try await operate.execute(script: removal)
  }
}
