/// Why the configuration cannot be used: one sentence for the operator, without any secret.
struct SettingsError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ sentence: String) { description = sentence }

  static func missing(_ key: SettingKey) -> SettingsError {
    SettingsError("\(key.rawValue) is not set: \(key.entry.meaning).")
  }

  static func unknown(_ name: String, at origin: SettingOrigin) -> SettingsError {
    let nearest = SettingKey.nearest(to: name).rawValue
    return SettingsError("There is no setting \(name) (\(origin)); the nearest is \(nearest).")
  }

  /// - Parameter expected: what the value must be, as the end of "must be …".
  static func invalid(_ key: SettingKey, _ text: SettingText, expected: String) -> SettingsError {
    let shown = key.entry.isSecret ? "" : ", not “\(text.value)”"
    return SettingsError("\(key.rawValue) (\(text.origin)) must be \(expected)\(shown).")
  }
}
