import ArgumentParser
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// `eorder rules simulate`: what other rules would have made of the orders of some days.
struct RulesSimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Make the last decision about every order again under other rules, and tell what changes.")

  @OptionGroup var options: InstallationOptions

  @Option(help: ArgumentHelp("The tenant.", valueName: "slug"))
  var tenant: String

  @Option(help: "A tenant file with the rules to try.")
  var file: String?

  @Option(help: ArgumentHelp("A draft of the tenant with the rules to try.", valueName: "id"))
  var draft: String?

  @Option(help: "How many days back.")
  var days = RuleSimulation.usualDays

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (file == nil) != (draft == nil) else { throw ValidationError("Give either --file or --draft.") }
    guard draft == nil || draft.flatMap(UUID.init) != nil else {
      throw ValidationError("--draft is the id of a draft.")
    }
    guard (1...3660).contains(days) else { throw ValidationError("--days is 1 to 3660.") }
  }

  func run() async throws {
    let outcome: RuleSimulation.Outcome
    do {
      outcome = try await simulated()
    } catch let error as RuleFileError {
      for problem in error.problems { Console.note("\(file ?? "the draft"): \(problem)") }
      throw ExitCode(1)
    } catch {
      Console.note("Error: the rules cannot be tried on \(tenant): \(error)")
      throw ExitCode(2)
    }
    if json { return Console.output(outcome.json(limit: .max)) }
    for line in SimulationReport(tenant: tenant, outcome: outcome).lines { Console.output(line) }
  }

  private func simulated() async throws -> RuleSimulation.Outcome {
    let installation = try options.installation()
    let control = try installation.control()
    let now = try await installation.clock(control).now
    await control.shutdown()
    let bytes = try file.map { path -> [UInt8] in
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw SettingsError("\(path) cannot be read.")
      }
      return Array(bytes)
    }
    let reading = Simulation(
      file: bytes, draft: draft.flatMap(UUID.init), days: days, now: now,
      national: try installation.national())
    return try await installation.read(tenant, reading)
  }
}

private struct Simulation: TenantReading {
  let file: [UInt8]?
  let draft: UUID?
  let days: Int
  let now: Date
  let national: NationalRules

  func read(
    _ tenant: Tenant, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> RuleSimulation.Outcome {
    var bytes = file
    if let draft {
      bytes = try await lease.query(RuleDraftRow.select(draft)).first(RuleDraftRow.self)?.settings
    }
    guard let bytes else { throw SettingsError("There is no such draft.") }
    let tried = try TenantFile(bytes, national: national)
    guard tried.rulebook.tenant.slug == tenant.slug else {
      throw SettingsError("the file is of the tenant \(tried.rulebook.tenant.slug).")
    }
    return try await RuleSimulation(tried, tenant: tenant, days: days, at: now)(lease)
  }
}
