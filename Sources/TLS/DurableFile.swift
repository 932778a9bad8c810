import Foundation
import Glibc

/// A file that is either whole or not there, whatever happens meanwhile, and readable by its owner only.
enum DurableFile {
  /// Writes beside the file, flushes to the disk, renames over it and flushes the folder.
  static func write(_ text: String, to file: URL) throws {
    let folder = file.deletingLastPathComponent().path
    let draft = folder + "/.\(file.lastPathComponent).\(UInt64.random(in: .min ... .max))"
    do {
      try writeNew(Array(text.utf8), to: draft)
      guard rename(draft, file.path) == 0 else { throw failure(file.path) }
    } catch {
      unlink(draft)
      throw error
    }
    try flush(folder)
  }

  private static func writeNew(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  private static func flush(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(folder) }
  }

  private static func failure(_ path: String) -> FileFailure {
    FileFailure(path: path, reason: String(cString: strerror(errno)))
  }
}

/// A file of the TLS folders could not be written; the text names it and the system's reason.
struct FileFailure: Error, CustomStringConvertible {
  let path: String
  let reason: String
  var description: String { "\(path) cannot be written: \(reason)" }
}
