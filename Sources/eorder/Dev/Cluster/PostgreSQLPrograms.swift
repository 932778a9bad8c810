import Foundation

/// The programs of one installed PostgreSQL.
struct PostgreSQLPrograms: Sendable, Equatable {
  /// The oldest version that will do.
  static let oldest = 15

  let folder: String
  let version: Int

  var initdb: String { "\(folder)/initdb" }
  var postgres: String { "\(folder)/postgres" }

  /// - Parameter version: that of an existing cluster; nil takes the newest.
  /// - Throws: `ClusterError` when no fitting one is installed.
  static func find(version: Int? = nil) throws(ClusterError) -> PostgreSQLPrograms {
    let fitting = installed().filter { version == nil ? $0.version >= oldest : $0.version == version }
    guard let found = fitting.max(by: { $0.version < $1.version }) else {
      let wanted =
        version.map { "PostgreSQL \($0), which made this cluster," } ?? "PostgreSQL \(oldest) or newer"
      throw ClusterError("\(wanted) is not installed: install the package postgresql.")
    }
    return found
  }

  /// Debian's places, then the `PATH`.
  private static func installed() -> [PostgreSQLPrograms] {
    let debian = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = versions.map { "\(debian)/\($0)/bin" } + path.split(separator: ":").map(String.init)
    return folders.filter { $0.hasPrefix("/") }.compactMap(PostgreSQLPrograms.init(folder:))
  }

  private init?(folder: String) {
    let files = FileManager.default
    guard files.isExecutableFile(atPath: "\(folder)/initdb"),
      files.isExecutableFile(atPath: "\(folder)/postgres"),
      let version = Self.version(ofProgramsIn: folder)
    else { return nil }
    self.folder = folder
    self.version = version
  }

  /// What `postgres --version` says, as in "postgres (PostgreSQL) 15.18".
  private static func version(ofProgramsIn folder: String) -> Int? {
    let program = Process()
    let output = Pipe()
    program.executableURL = URL(filePath: "\(folder)/postgres")
    program.arguments = ["--version"]
    program.standardOutput = output
    guard (try? program.run()) != nil else { return nil }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    program.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
      .firstMatch(of: /\(PostgreSQL\) (\d+)/).flatMap { Int($0.output.1) }
  }
}
