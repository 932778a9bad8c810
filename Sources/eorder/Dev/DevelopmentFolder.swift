import Foundation
import TLS

/// What lies in the data folder of `eorder dev`, besides the database.
struct DevelopmentFolder: Sendable {
  /// An absolute path.
  let path: String

  init(_ path: String) { self.path = URL(fileURLWithPath: path).standardizedFileURL.path }

  var configuration: String { "\(path)/\(Settings.fileName)" }
  var demonstration: String { "\(path)/demo.json" }
  /// Says for which year and provinces demonstration data is complete.
  var demonstrated: String { "\(path)/demonstrated" }
  /// What was planted in a year of demonstration; there once the year is whole.
  var year: String { "\(path)/year.json" }
  /// There while a year is being made.
  var yearBegun: String { "\(path)/year.unfinished" }
  var masterKey: MasterKeyFile { MasterKeyFile(path: "\(path)/master.key") }
  var operatorKey: MasterKeyFile { MasterKeyFile(path: "\(path)/operator.key") }
  /// Where messages are written while no mail server is set.
  var mail: URL { URL(fileURLWithPath: path).appending(path: "mail") }
  var tls: URL { URL(fileURLWithPath: path).appending(path: "tls") }
  var authorityFolder: URL { HostCertificates.authorityFolder(in: tls) }
  var authorityCertificate: URL { authorityFolder.appending(path: "ca.pem") }

  /// A folder of the source tree: that of the environment, else below the working folder, else beside one of the
  /// folders in which the program lies.
  /// - Throws: `SettingsError` where it is nowhere.
  static func shipped(_ key: SettingKey, _ name: String, holding file: String) throws -> String {
    if let named = ProcessInfo.processInfo.environment[key.rawValue], !named.isEmpty {
      return URL(fileURLWithPath: named).standardizedFileURL.path
    }
    var places = [URL(fileURLWithPath: FileManager.default.currentDirectoryPath)]
    var folder = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
    while folder.path != "/" {
      places.append(folder)
      folder.deleteLastPathComponent()
    }
    for place in places {
      let candidate = place.appending(path: name)
      if FileManager.default.fileExists(atPath: candidate.appending(path: file).path) {
        return candidate.path
      }
    }
    throw SettingsError("There is no folder \(name) here: set \(key.rawValue).")
  }
}

/// The program itself.
enum Program {
  static var path: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}
