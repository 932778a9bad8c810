import Foundation

/// The system user that PostgreSQL runs as: whoever started us, or, since PostgreSQL refuses to run as root,
/// another user that root turns into.
struct ServerUser: Sendable, Equatable {
  let uid: uid_t
  let gid: gid_t

  /// The user for a new cluster: this process's own, or `postgres` for root.
  /// - Throws: `ClusterError` when root finds no user `postgres`.
  static func forNewCluster() throws(ClusterError) -> ServerUser {
    guard geteuid() == 0 else { return ServerUser(uid: geteuid(), gid: getegid()) }
    guard let entry = getpwnam("postgres") else {
      throw ClusterError("There is no user postgres, as which root would run PostgreSQL: install postgresql.")
    }
    return ServerUser(uid: entry.pointee.pw_uid, gid: entry.pointee.pw_gid)
  }

  /// The user to whom the files of a cluster belong.
  /// - Throws: `ClusterError` when this process cannot act as that user.
  static func owner(of folder: String) throws(ClusterError) -> ServerUser {
    var status = stat()
    guard stat(folder, &status) == 0 else {
      throw ClusterError("\(folder) cannot be read: \(String(cString: strerror(errno))).")
    }
    guard geteuid() == 0 || geteuid() == status.st_uid else {
      let name = getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) }
      throw ClusterError(
        "\(folder) belongs to user \(name ?? String(status.st_uid)): start as that user or root, "
          + "or choose another --data.")
    }
    return ServerUser(uid: status.st_uid, gid: status.st_gid)
  }

  private var isOurs: Bool { uid == geteuid() }

  /// The command that runs `command` as this user.
  func command(_ command: [String]) -> [String] {
    if isOurs { return command }
    return ["/usr/bin/setpriv", "--reuid=\(uid)", "--regid=\(gid)", "--clear-groups", "--"] + command
  }

  /// Makes an empty folder that only this user may enter.
  /// - Throws: `POSIXError` of the call that failed.
  func makeFolder(_ path: String) throws(POSIXError) {
    guard mkdir(path, 0o700) == 0 else { throw .current }
    try own(path)
  }

  /// Gives a file or folder to this user.
  /// - Throws: `POSIXError` of the call that failed.
  func own(_ path: String) throws(POSIXError) {
    if !isOurs, chown(path, uid, gid) != 0 { throw .current }
  }
}
