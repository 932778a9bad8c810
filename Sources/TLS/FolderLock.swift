import Foundation
import Glibc

/// Keeps two processes, such as the service and `eorder operate`, from writing one folder at once.
enum FolderLock {
  /// Runs the body while this process alone holds the folder's lock file.
  static func hold<Value>(_ folder: URL, _ body: () throws -> Value) throws -> Value {
    let path = folder.appending(path: ".lock").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw FileFailure(path: path, reason: String(cString: strerror(errno)))
    }
    // Closing gives the lock back, also when the process is killed.
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw FileFailure(path: path, reason: String(cString: strerror(errno)))
      }
    }
    return try body()
  }
}
