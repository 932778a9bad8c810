import Foundation
import Logging

/// Understands the texts of settings; each reading is nil where the setting is absent.
struct SettingReader {
  let texts: [SettingKey: SettingText]

  func addresses(_ key: SettingKey) throws(SettingsError) -> [ListenAddress]? {
    try read(key, expected: "addresses with ports such as 127.0.0.1:8443,[::1]:8443") { text in
      let addresses = text.split(separator: ",", omittingEmptySubsequences: false)
        .map { ListenAddress($0.trimmingCharacters(in: .whitespaces)) }
      return addresses.contains(nil) ? nil : addresses.compactMap(\.self)
    }
  }

  func domain(_ key: SettingKey) throws(SettingsError) -> String? {
    try read(key, expected: "a domain name in lower case such as eorder.example.id") { text in
      let label = /[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?/
      let labels = text.split(separator: ".", omittingEmptySubsequences: false)
      return text.utf8.count <= 190 && labels.allSatisfy { $0.wholeMatch(of: label) != nil } ? text : nil
    }
  }

  func integer(_ key: SettingKey, in range: ClosedRange<Int>) throws(SettingsError) -> Int? {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return try read(key, expected: expected) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  func logLevel(_ key: SettingKey) throws(SettingsError) -> Logger.Level? {
    let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
    return try read(key, expected: "one of \(names)") { Logger.Level(rawValue: $0) }
  }

  func mailAddress(_ key: SettingKey) throws(SettingsError) -> String? {
    try read(key, expected: "a mail address such as e-order@example.id") { text in
      text.wholeMatch(of: /[!-?A-~]+@[A-Za-z0-9.-]+/) == nil ? nil : text
    }
  }

  func mailServer(_ key: SettingKey) throws(SettingsError) -> Secret<String>? {
    try read(key, expected: "a URL such as smtps://user:password@mail.example.id:465") { text in
      guard let url = URLComponents(string: text), ["smtp", "smtps"].contains(url.scheme),
        url.host?.isEmpty == false
      else { return nil }
      return Secret(text)
    }
  }

  func databaseURL(_ key: SettingKey) throws(SettingsError) -> DatabaseURL? {
    guard let text = texts[key] else { return nil }
    do {
      return try DatabaseURL(text.value)
    } catch {
      throw SettingsError("\(key.rawValue) (\(text.origin)) \(error.reason).")
    }
  }

  /// - Parameter understand: nil for a text that is not `expected`.
  private func read<Value>(
    _ key: SettingKey, expected: String, understand: (String) -> Value?
  ) throws(SettingsError) -> Value? {
    guard let text = texts[key] else { return nil }
    guard let value = understand(text.value) else { throw .invalid(key, text, expected: expected) }
    return value
  }
}
