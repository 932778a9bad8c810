import ArgumentParser
import EOrderRules
import Tenancy
import Web

/// `eorder rules check FILE`: every error of a tenant file with its line; exit status 1 if there is any.
struct RulesCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a tenant file: every error with its line, key and bound.")

  @OptionGroup var options: RulesOptions

  @Argument(help: "The file, as Tenants/<slug>/tenant.yaml.")
  var file: String

  func run() async throws {
    do {
      let tenant = try options.file(file)
      print("\(file): version \(tenant.rulebook.version) of \(tenant.rulebook.tenant.slug) is right.")
      for remark in BrandLegibility(tenant.rulebook.tenant.brand).remarks { print("\(file): \(remark)") }
    } catch let error as RuleFileError {
      for problem in error.problems { print(problem.description) }
      throw ExitCode(1)
    } catch let failure as RuleFileFailure {
      Console.note("\(failure)")
      throw ExitCode(1)
    }
  }
}
