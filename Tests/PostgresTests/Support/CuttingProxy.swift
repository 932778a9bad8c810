import Foundation
import Glibc
import Synchronization

/// Stands between a client and the server and misbehaves when the client says COMMIT.
final class CuttingProxy: Sendable {
  enum Fault: Sendable {
    /// The server never hears of it.
    case dropRequest
    /// The server does it, the client never hears of it.
    case dropReply
    /// The request stays under way, the connection open.
    case freeze
  }

  /// Where clients find it: a folder with a socket.
  let folder: String
  private let server: String
  private let fault: Fault
  private let struck = Mutex(false)
  private let open = Mutex<[Int32]>([])

  /// - Parameter server: the folder of the server's own socket.
  init(server: String, fault: Fault) throws {
    self.server = "\(server)/\(UnixSocket.serverName)"
    self.fault = fault
    folder = NSTemporaryDirectory() + TestServer.uniqueName("p")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let listening = try UnixSocket(listeningAt: "\(folder)/\(UnixSocket.serverName)")
    Thread.detachNewThread { [self] in
      let client = accept(listening.descriptor, nil, nil)
      guard client >= 0, let upstream = try? UnixSocket(connectedTo: self.server).descriptor else { return }
      open.withLock { $0 = [client, upstream] }
      Thread.detachNewThread { [self] in pump(from: client, to: upstream, isRequest: true) }
      pump(from: upstream, to: client, isRequest: false)
    }
  }

  private func pump(from source: Int32, to sink: Int32, isRequest: Bool) {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(source, &buffer, buffer.count)
      guard count > 0, handle(Data(buffer[..<count]), to: sink, isRequest: isRequest) else { break }
    }
    if fault != .freeze || !struck.withLock({ $0 }) { cut() }
  }

  /// Ends the connection in both directions.
  func cut() {
    for descriptor in open.withLock({ $0 }) { shutdown(descriptor, Int32(SHUT_RDWR)) }
  }

  /// - Returns: whether the connection goes on.
  private func handle(_ bytes: Data, to sink: Int32, isRequest: Bool) -> Bool {
    if isRequest && bytes.range(of: Data("COMMIT".utf8)) != nil {
      struck.withLock { $0 = true }
      if fault != .dropReply { return false }
    }
    if !isRequest && struck.withLock({ $0 }) { return false }
    return bytes.withUnsafeBytes { write(sink, $0.baseAddress, $0.count) } == bytes.count
  }
}
