import Foundation

/// Holds a folder for one process: taken for as long as the object lives, given up by the kernel when the
/// process dies in whatever way. Programs that the process starts do not inherit it.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `ClusterError` when another process holds the folder or the lock file cannot be made.
  init(folder: String) throws(ClusterError) {
    let path = "\(folder)/lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw ClusterError("\(path) cannot be opened: \(String(cString: strerror(errno))).")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw ClusterError(
        "\(folder) is in use by another eorder dev: stop that one, or choose another --data.")
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
