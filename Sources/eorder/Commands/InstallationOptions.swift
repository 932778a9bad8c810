import ArgumentParser

/// The option by which every command finds its settings.
struct InstallationOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "The data folder of an eorder dev; means EORDER_CONFIG=DIR/eorder.conf.", valueName: "dir"))
  var dataFolder: String?

  /// - Throws: `SettingsError`.
  func installation() throws -> Installation { Installation(try Settings.load(dataFolder: dataFolder)) }
}
