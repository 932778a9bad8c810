import Foundation

/// Where the files of a data folder's PostgreSQL lie: in the data folder itself, or, where the server's user
/// cannot reach that, under `/var/lib/eorder-dev` with a pointer to it in the data folder.
struct ClusterFolder: Sendable {
  static let shared = "/var/lib/eorder-dev"

  /// The data folder, an absolute path without symbolic links.
  let folder: String

  /// Makes the folder if need be.
  /// - Throws: `ClusterError` when that fails.
  init(folder: String) throws(ClusterError) {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard let path = realpath(folder, nil) else {
      throw ClusterError("\(folder) cannot be made or opened: \(String(cString: strerror(errno))).")
    }
    defer { free(path) }
    self.folder = String(cString: path)
  }

  var log: String { "\(folder)/postgres.log" }
  var pointer: String { "\(folder)/postgres.location" }
  var inside: String { "\(folder)/postgres" }

  /// The home that the pointer names, whether it is there yet or not.
  var pointedHome: String? {
    guard let bytes = FileManager.default.contents(atPath: pointer) else { return nil }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The finished cluster, nil while there is none.
  /// - Throws: `ClusterError` when the pointer is no path below `/var/lib/eorder-dev`.
  func existing() throws(ClusterError) -> ClusterHome? {
    let home = pointedHome ?? inside
    guard home == inside || ClusterFolder.isShared(home) else {
      throw ClusterError("\(pointer) must hold the path of a folder in \(ClusterFolder.shared).")
    }
    return FileManager.default.fileExists(atPath: home) ? ClusterHome(path: home) : nil
  }

  private static func isShared(_ path: String) -> Bool {
    path.wholeMatch(of: /\/var\/lib\/eorder-dev\/[0-9a-f]+/) != nil
  }
}
