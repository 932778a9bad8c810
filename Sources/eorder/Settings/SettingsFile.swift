import Foundation

/// The configuration file: lines `NAME=VALUE`, empty lines, and comments that begin with `#`.
enum SettingsFile {
  /// - Throws: `SettingsError` when the file cannot be read, holds a line that is no setting or names one
  ///   twice, or holds a secret although others than owner and group may read it.
  static func read(_ path: String) throws(SettingsError) -> [SettingKey: SettingText] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw SettingsError("The configuration file \(path) cannot be read.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsError("The configuration file \(path) is not UTF-8 text.")
    }
    let texts = try parse(text, path: path)
    if let secret = texts.keys.first(where: \.entry.isSecret), isOpenToOthers(path) {
      throw SettingsError(
        "Others may read or write \(path), which holds the secret \(secret.rawValue): run chmod 600 \(path).")
    }
    return texts
  }

  /// - Throws: `SettingsError` for the first line that is no setting or repeats one.
  static func parse(_ text: String, path: String) throws(SettingsError) -> [SettingKey: SettingText] {
    var texts: [SettingKey: SettingText] = [:]
    for (index, line) in lines(text).enumerated() {
      let origin = SettingOrigin.file(path: path, line: index + 1)
      let content = line.trimmingCharacters(in: .whitespaces)
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard let equals = content.firstIndex(of: "=") else {
        throw SettingsError("There is no NAME=VALUE in \(origin).")
      }
      let name = content[..<equals].trimmingCharacters(in: .whitespaces)
      let value = content[content.index(after: equals)...].trimmingCharacters(in: .whitespaces)
      guard let key = SettingKey(rawValue: name) else { throw .unknown(name, at: origin) }
      guard texts[key] == nil else { throw SettingsError("\(name) is set twice (\(origin)).") }
      texts[key] = SettingText(value: value, origin: origin)
    }
    return texts.filter { !$0.value.value.isEmpty }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// Writes the file whole or not at all, readable by its owner only; a value holds no line break.
  static func write(_ values: [(SettingKey, Secret<String>)], to path: String) throws {
    let lines = values.map { "\($0.0.rawValue)=\($0.1.revealed)\n" }
    try PrivateFile.write(lines.joined(), to: path)
  }

  private static func isOpenToOthers(_ path: String) -> Bool {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return ((attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0) & 0o006 != 0
  }
}
