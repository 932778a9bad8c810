import Foundation

/// Files that only their owner may read.
enum PrivateFile {
  /// Writes the text under another name in the same folder, with mode 0600 from the start, and renames it,
  /// so that a reader sees the old text or the new, never a part.
  /// - Throws: `POSIXError` of the call that failed.
  static func write(_ text: String, to path: String) throws {
    let draft = "\(path).\(UInt32.random(in: .min ... .max))"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError.current }
    do {
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try file.write(contentsOf: Data(text.utf8))
      try file.synchronize()
      guard rename(draft, path) == 0 else { throw POSIXError.current }
    } catch {
      unlink(draft)
      throw error
    }
  }
}

extension POSIXError {
  /// The error of the C call that has just failed.
  static var current: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
