import ArgumentParser
import EOrderRules
import Foundation
import Tenancy

/// `eorder rules`: the rules of a province, and what they decide and decided.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check a province's rule file, decide about orders by it, and make past decisions again.",
    subcommands: [
      RulesCheckCommand.self, RulesDecideCommand.self, RulesReplayCommand.self, RulesSimulateCommand.self,
    ])
}

/// Where the rules of the nation are found.
struct RulesOptions: ParsableArguments {
  @OptionGroup var installation: InstallationOptions

  /// The file under the national rules beside it; with `--data`, under those of that installation.
  /// - Throws: `SettingsError`, `RuleFileFailure` and `RuleFileError`.
  func file(_ path: String) throws -> TenantFile {
    guard installation.dataFolder != nil else { return try TenantFile(at: path) }
    let national = try installation.installation().national()
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RuleFileFailure.unreadable(path)
    }
    return try TenantFile(Array(bytes), national: national)
  }
}
