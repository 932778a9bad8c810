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
}
