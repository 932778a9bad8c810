import ArgumentParser

/// `eorder rules`: the rules of a province without a database.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check a province's rule file, and decide about orders by it.",
    subcommands: [RulesCheckCommand.self, RulesDecideCommand.self])
}
