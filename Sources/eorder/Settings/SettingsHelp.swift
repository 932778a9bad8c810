extension Settings {
  /// The part of `--help` that names every setting, its meaning, its default and who reads it.
  static var help: String {
    let intro = """
      Settings are environment variables, or lines NAME=VALUE of the file that EORDER_CONFIG names \
      (--data DIR means EORDER_CONFIG=DIR/\(fileName)); the environment wins.
      """
    return ([intro] + SettingKey.allCases.map(help)).joined(separator: "\n\n")
  }

  private static func help(for key: SettingKey) -> String {
    let entry = key.entry
    var facts = entry.users.map(\.rawValue).joined(separator: ", ")
    if let standard = entry.standard { facts += "; default \(standard)" }
    if entry.isSecret { facts += "; secret" }
    return "  \(key.rawValue)  (\(facts))\n      \(entry.meaning)"
  }
}
