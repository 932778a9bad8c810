/// Where a setting was found.
enum SettingOrigin: Sendable, Equatable, CustomStringConvertible {
  case environment
  case file(path: String, line: Int)

  var description: String {
    switch self {
    case .environment: "in the environment"
    case .file(let path, let line): "line \(line) of \(path)"
    }
  }
}

/// A setting as it was written, before it is understood.
struct SettingText: Sendable, Equatable {
  let value: String
  let origin: SettingOrigin
}

extension SettingKey {
  /// The settings of an environment; an empty value counts as absent.
  /// - Throws: `SettingsError` for an `EORDER_…` name that is no setting.
  static func texts(in environment: [String: String]) throws(SettingsError) -> [SettingKey: SettingText] {
    var texts: [SettingKey: SettingText] = [:]
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("EORDER_") {
      guard let key = SettingKey(rawValue: name) else {
        if isForeign(name) { continue }
        throw .unknown(name, at: .environment)
      }
      if !value.isEmpty { texts[key] = SettingText(value: value, origin: .environment) }
    }
    return texts
  }

  /// Names with our prefix that are not ours to read: the place of the file itself, those of build and
  /// tests, and what Kubernetes adds to every pod beside a Service called `eorder`.
  private static func isForeign(_ name: String) -> Bool {
    let known: Set = ["EORDER_CONFIG", "EORDER_ONLY", "EORDER_BINARY", "EORDER_PORT"]
    let prefixes = ["EORDER_TEST_", "EORDER_SERVICE_", "EORDER_PORT_"]
    return known.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }
}
