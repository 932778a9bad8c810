import Foundation

extension Settings {
  /// The name of the configuration file in a data folder.
  static let fileName = "eorder.conf"
  /// The data folder that is used where none is named and it exists.
  static let standardDataFolder = ".eorder"

  /// The settings of the environment, and below them those of the file: that of `dataFolder`, else the one
  /// that `EORDER_CONFIG` names, else that of `.eorder` if there is one.
  /// - Throws: `SettingsError`, one sentence, for the first thing that is wrong.
  static func load(
    environment: [String: String] = ProcessInfo.processInfo.environment, dataFolder: String? = nil
  ) throws(SettingsError) -> Settings {
    var texts: [SettingKey: SettingText] = [:]
    if let path = try filePath(environment: environment, dataFolder: dataFolder) {
      texts = try SettingsFile.read(path)
    }
    texts.merge(try SettingKey.texts(in: environment)) { _, fromEnvironment in fromEnvironment }
    return try Settings(texts)
  }

  private static func filePath(
    environment: [String: String], dataFolder: String?
  ) throws(SettingsError) -> String? {
    if let dataFolder {
      let path = "\(dataFolder)/\(fileName)"
      guard FileManager.default.fileExists(atPath: path) else {
        throw SettingsError("There is no \(path): eorder dev --data \(dataFolder) makes it.")
      }
      return path
    }
    if let named = environment["EORDER_CONFIG"], !named.isEmpty { return named }
    let standard = "\(standardDataFolder)/\(fileName)"
    return FileManager.default.fileExists(atPath: standard) ? standard : nil
  }
}
