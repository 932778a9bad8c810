import Foundation
import Logging
import Postgres
import Testing

@testable import eorder

@Suite struct BootstrapScriptTests {
  @Test func thePrintedFormHoldsNoPassword() throws {
    let printed = try #require(BootstrapScript.printed())
    #expect(printed.contains("ALTER ROLE eorder_control PASSWORD :'control_password';"))
    #expect(printed.contains("\\gexec\n\\connect eorder\n"))
  }

  @Test func passwordsAreQuoted() throws {
    let script = try #require(
      BootstrapScript(controlPassword: .given(Secret("it's")), migratorPassword: .unchanged))
    #expect(script.cluster.contains("ALTER ROLE eorder_control PASSWORD 'it''s'"))
    #expect(!script.cluster.contains { $0.contains("eorder_migrator PASSWORD") })
  }

  @Test(arguments: ["", "Eorder", "e-order", "a b", "x;drop", "1a"])
  func otherNamesOfDatabasesAreRefused(name: String) {
    #expect(
      BootstrapScript(databaseName: name, controlPassword: .unchanged, migratorPassword: .unchanged) == nil)
  }

  /// What `--print` shows does through psql what the command does by itself, and may run again.
  @Test func thePrintedFormRunsTwiceThroughPsql() async throws {
    let url = try TestInstallation.superuserURL()
    let name = "printed_" + String(UInt64.random(in: 0..<1 << 50), radix: 36)
    let file = FileManager.default.temporaryDirectory.appending(path: "\(name).sql")
    try Data(try #require(BootstrapScript.printed(databaseName: name)).utf8).write(to: file)
    for _ in 0..<2 {
      let psql = Process()
      psql.executableURL = URL(filePath: "/usr/bin/env")
      psql.arguments = [
        "psql", "-X", "-q", "-v", "control_password=only for this test", "-v",
        "migrator_password=only for this test", "-f", file.path, url.text.revealed,
      ]
      psql.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
      try psql.run()
      psql.waitUntilExit()
      #expect(psql.terminationStatus == 0)
    }
    let login = url.database(name).login(user: "eorder_migrator", password: Secret("only for this test"))
    let migrator = try await MigratorConnection(
      ConnectionTarget(keywords: login.keywords), logger: .init(label: "test"))
    let schemas = try await migrator.query(
      "SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information)' ORDER BY 1"
    )
    .column(String.self)
    #expect(schemas == ["control", "reference"])
    await migrator.close()
  }
}
