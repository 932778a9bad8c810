import Foundation

/// The private folder of a server's socket: short, since a socket's path ends at 107 bytes, and under a name
/// that the next start finds again.
enum SocketFolder {
  /// Makes the folder, or takes it where it is already there and private; a name that somebody else has taken
  /// is passed over.
  /// - Throws: `ClusterError` when no name is free.
  static func make(for clusterName: String, user: ServerUser) throws(ClusterError) -> String {
    for suffix in ["", "-1", "-2", "-3"] {
      let path = "/tmp/\(clusterName)-\(user.uid)\(suffix)"
      if isPrivate(path, user) || (try? user.makeFolder(path)) != nil { return path }
    }
    throw ClusterError("No folder for PostgreSQL's socket can be made in /tmp.")
  }

  /// Removes what a server that has ended left behind.
  static func empty(_ path: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      unlink("\(path)/\(name)")
    }
  }

  private static func isPrivate(_ path: String, _ user: ServerUser) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode == S_IFDIR | 0o700 && status.st_uid == user.uid
  }
}
