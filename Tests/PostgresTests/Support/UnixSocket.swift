import Foundation
import Glibc

/// A listening Unix socket where libpq looks for one.
struct UnixSocket: Sendable {
  static let serverName = ".s.PGSQL.5432"

  let descriptor: Int32

  /// Listens at a path of at most 107 bytes, as the address has no more.
  init(listeningAt path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    try Self.check(Self.withAddress(path) { bind(descriptor, $0, $1) })
    try Self.check(listen(descriptor, 16))
  }

  init(connectedTo path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    try Self.check(Self.withAddress(path) { connect(descriptor, $0, $1) })
  }

  private static func check(_ outcome: Int32) throws {
    if outcome != 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: Array(path.utf8).prefix($0.count - 1))
    }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    return withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }
}

/// A server that takes connections and never says a word.
struct SilentServer {
  let folder: String
  private let listening: UnixSocket

  init() throws {
    folder = NSTemporaryDirectory() + TestServer.uniqueName("s")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    listening = try UnixSocket(listeningAt: "\(folder)/\(UnixSocket.serverName)")
  }

  /// Nobody listens any more; the socket's file stays behind.
  func close() { Glibc.close(listening.descriptor) }
}
