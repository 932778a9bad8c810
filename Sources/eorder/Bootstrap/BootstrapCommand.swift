import ArgumentParser
import Logging

/// `eorder bootstrap`: once per PostgreSQL cluster, as its superuser; may run again.
struct BootstrapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bootstrap",
    abstract: "Prepare a PostgreSQL cluster: database, base roles, schemas and extensions.")

  @OptionGroup var options: InstallationOptions

  @Option(help: "The postgresql:// URL of a superuser; the database in it must exist.")
  var superuserUrl: String?

  @Flag(help: "Show the SQL for psql instead.")
  var print = false

  func run() async throws {
    let settings = try Settings.load(dataFolder: options.dataFolder)
    let control = settings.hasDatabase ? try settings.database : nil
    let migrator = settings.hasOperatorDatabase ? try settings.operatorDatabase : nil
    let name = control?.parameters["dbname"] ?? "eorder"
    if print {
      guard let script = BootstrapScript.printed(databaseName: name) else {
        throw SettingsError("A database cannot have the name “\(name)” here.")
      }
      return Console.output(script)
    }
    guard let superuserUrl else { throw ValidationError("Give --superuser-url URL, or --print.") }
    let superuser: DatabaseURL
    do { superuser = try DatabaseURL(superuserUrl) } catch {
      throw ValidationError("--superuser-url \(error.reason).")
    }
    try await ClusterBootstrap(
      superuser: superuser, databaseName: name,
      controlPassword: control?.parameters["password"].map { Secret($0) },
      migratorPassword: migrator?.parameters["password"].map { Secret($0) },
      logger: Logger(label: "eorder") { StreamLogHandler.standardError(label: $0) }
    ).run()
    Console.note("The cluster is ready; eorder migrate comes next.")
    if control == nil || migrator == nil {
      Console.note(
        "Roles without EORDER_DATABASE_URL and EORDER_OPERATOR_DATABASE_URL have kept their passwords.")
    }
  }
}
