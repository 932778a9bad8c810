import ArgumentParser
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// `eorder rules replay`: makes every kept decision again; exit status 1 and the first that differs, 2 where they
/// could not be read.
struct RulesReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Make every kept decision of a tenant again, each by the rules of its time.")

  @OptionGroup var options: InstallationOptions

  @Option(help: ArgumentHelp("The tenant.", valueName: "slug"))
  var tenant: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    do {
      let outcome = try await options.installation().read(tenant, Replay())
      tell(outcome)
    } catch let finding as ReplayDecisions.Finding {
      tell(finding)
      throw ExitCode(1)
    } catch {
      Console.note("Error: the decisions of \(tenant) cannot be made again: \(error)")
      throw ExitCode(2)
    }
  }

  private func tell(_ outcome: ReplayDecisions.Outcome) {
    guard json else {
      let rest = outcome.ordersWithout
      let older = rest == 0 ? "" : " \(rest) orders were decided before facts were kept."
      return Console.output("\(tenant): all \(outcome.decisions) decisions come out the same.\(older)")
    }
    Console.output([
      "tenant": .string(tenant), "decisions": JSONValue(outcome.decisions),
      "ordersWithout": JSONValue(outcome.ordersWithout), "finding": .null,
    ])
  }

  private func tell(_ finding: ReplayDecisions.Finding) {
    guard json else { return Console.output("\(tenant): \(finding)") }
    Console.output([
      "tenant": .string(tenant),
      "finding": [
        "orderId": .string(finding.order.uuidString.lowercased()), "number": JSONValue(finding.number),
        "step": .string(finding.step), "at": JSONValue(finding.at), "reason": .string(finding.reason),
      ],
    ])
  }
}

private struct Replay: TenantReading {
  func read(
    _ tenant: Tenant, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> ReplayDecisions.Outcome {
    try await ReplayDecisions(national: tenant.rulebook.national)(lease)
  }
}
