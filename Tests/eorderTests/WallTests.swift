import Foundation
import Postgres
import Tenancy
import Testing

@testable import eorder

/// What one province's login can do outside its own schema: nothing.
@Suite(.serialized) struct WallTests {
  /// - Parameter infix: a hyphen makes names that have to be quoted.
  @Test(arguments: ["", "a-b-"])
  func everyObjectOfEveryOtherSchemaIsRefused(infix: String) async throws {
    let installation = try await TestInstallation.create()
    let (mine, other) = (TestInstallation.slug(infix), TestInstallation.slug(infix))
    for slug in [mine, other] {
      let operation = try await installation.onboard(slug)
      #expect(operation?.state == .done, "\(operation?.error ?? "")")
    }
    let superuser = try await MigratorConnection(installation.superuser, logger: installation.logger)
    let foreign = try await superuser.query(
      """
      SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'v', 'm', 'p', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'reference')
        AND n.nspname NOT LIKE 'pg_toast%' AND n.nspname <> \("tenant_\(mine)")
      """
    ).column(String.self)
    #expect(foreign.filter { $0.contains("tenant_\(other)") }.count > 20)
    #expect(foreign.contains { $0.hasPrefix("control.") })

    let tenant = try await MigratorConnection(installation.login(mine), logger: installation.logger)
    for object in foreign {
      for statement in ["SELECT * FROM \(object) LIMIT 1", "DELETE FROM \(object)", "DROP TABLE \(object)"] {
        #expect(
          await refusal(statement, tenant) == SQLState.insufficientPrivilege, "\(statement) must be refused")
      }
    }
    for statement in [
      "SET ROLE \(quotedName("tenant_\(other)"))", "SET ROLE eorder_migrator", "CREATE TABLE x (i int)",
      "CREATE TEMP TABLE x (i int)", "CREATE SCHEMA x", "TRUNCATE audit_entry", "DELETE FROM audit_entry",
      "UPDATE audit_entry SET actor = 'nobody'", "DELETE FROM purchase_order", "DELETE FROM budget_entry",
      "UPDATE order_event SET reason = 'x'", "ALTER TABLE unit ADD COLUMN x int",
      "UPDATE purchase_order SET created_person = 'x'", "UPDATE purchase_order SET ocid = 'x'",
      "UPDATE order_timer SET order_id = order_id", "UPDATE sign_in_failure SET subject = subject",
      "UPDATE audit_leaf SET index = 0", "DELETE FROM audit_leaf",
      "UPDATE audit_unsealed SET entry_id = entry_id",
    ] {
      #expect(
        await refusal(statement, tenant) == SQLState.insufficientPrivilege, "\(statement) must be refused")
    }
    await tenant.close()
    await superuser.close()
  }

  /// A hole in a wall is found, whatever it is made of.
  @Test func breachesAreNamed() async throws {
    let installation = try await TestInstallation.create()
    let (mine, other) = (TestInstallation.slug(), TestInstallation.slug("a-b-"))
    for slug in [mine, other] { #expect(try await installation.onboard(slug)?.state == .done) }
    func breaches() async throws -> [String] {
      try await installation.withMigrator { try await $0.query(Walls.breaches(of: mine)).column(String.self) }
    }
    #expect(try await breaches() == [])
    let (role, foreign) = (quotedName("tenant_\(mine)"), quotedName("tenant_\(other)"))
    for (hole, name) in [
      ("GRANT USAGE ON SCHEMA \(foreign) TO \(role)", "schema tenant_\(other)"),
      ("GRANT SELECT (code) ON \(foreign).unit TO \(role)", "table tenant_\(other).unit"),
      ("GRANT CREATE ON SCHEMA \(role) TO \(role)", "create in tenant_\(mine)"),
    ] {
      try await installation.withSuperuser { try await $0.execute(script: hole) }
      #expect(try await breaches().contains(name))
    }
  }

  /// The SQLSTATE with which a statement is refused; nil where it is carried out.
  private func refusal(_ statement: String, _ connection: borrowing MigratorConnection) async -> String? {
    do {
      try await connection.execute(script: statement)
      return nil
    } catch {
      return (error as? PostgresError)?.sqlState
    }
  }

  /// Each role has a password of its own, and a new epoch is a new password.
  @Test func passwordsDifferByRoleAndEpoch() throws {
    let key = try MasterKey(Array(repeating: 7, count: 32))
    let passwords = [
      key.password(role: "tenant_a", epoch: 1), key.password(role: "tenant_b", epoch: 1),
      key.password(role: "tenant_a", epoch: 2),
    ]
    #expect(Set(passwords).count == 3)
    #expect(passwords.allSatisfy { $0.count == 64 })
  }
}
