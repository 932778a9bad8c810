import Postgres

extension BootstrapScript {
  /// The script for psql, without any password: it asks for those that `-v control_password=…` and
  /// `-v migrator_password=…` do not give.
  static func printed(databaseName: String = "eorder") -> String? {
    let script = BootstrapScript(
      databaseName: databaseName, controlPassword: .placeholder("control_password"),
      migratorPassword: .placeholder("migrator_password"))
    guard let script else { return nil }
    let missing =
      "SELECT \(quotedText(script.createDatabase))\n"
      + "WHERE NOT EXISTS (\(script.databaseExists))"
    return """
      -- Once per PostgreSQL cluster, as a superuser: psql -f <this file> <URL of any database>
      -- It may run again. The passwords are those of EORDER_DATABASE_URL and EORDER_OPERATOR_DATABASE_URL.
      \\set ON_ERROR_STOP on
      \(asking("control_password", of: "eorder_control"))
      \(asking("migrator_password", of: "eorder_migrator"))

      \(lines(script.cluster))

      \(missing)
      \\gexec
      \\connect \(databaseName)

      \(lines(script.database))

      """
  }

  private static func asking(_ variable: String, of role: String) -> String {
    """
    \\if :{?\(variable)}
    \\else
      \\prompt 'Password of \(role): ' \(variable)
    \\endif
    """
  }

  private static func lines(_ statements: [String]) -> String {
    statements.map { "\($0);" }.joined(separator: "\n")
  }
}
