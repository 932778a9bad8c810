import Foundation

/// The files of one finished cluster.
struct ClusterHome: Sendable {
  let path: String

  var data: String { "\(path)/data" }
  var pidFile: String { "\(data)/postmaster.pid" }
  var passwordFile: String { "\(path)/superuser-password" }

  /// - Throws: `ClusterError` when the password cannot be read.
  func superuserPassword() throws(ClusterError) -> Secret<String> {
    guard let bytes = FileManager.default.contents(atPath: passwordFile), !bytes.isEmpty else {
      throw ClusterError("\(passwordFile) cannot be read.")
    }
    return Secret(String(decoding: bytes, as: UTF8.self))
  }

  /// The major version of PostgreSQL that made the cluster.
  /// - Throws: `ClusterError` when its file `PG_VERSION` is missing or broken.
  func version() throws(ClusterError) -> Int {
    let text = FileManager.default.contents(atPath: "\(data)/PG_VERSION").map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let version = text.flatMap({ Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }) else {
      throw ClusterError("\(data)/PG_VERSION cannot be read.")
    }
    return version
  }

  /// A name of this cluster alone, short enough for a socket's path: the identity of its data folder on this
  /// machine, so that it survives a move of the folder and a copy has another.
  /// - Throws: `ClusterError` when the data folder is not there.
  func clusterName() throws(ClusterError) -> String {
    var status = stat()
    guard stat(data, &status) == 0 else { throw ClusterError("\(data) cannot be read.") }
    return "eorder-\(String(status.st_dev, radix: 36))-\(String(status.st_ino, radix: 36))"
  }
}
