import Synchronization

/// The ports on which the servers of this process really listen, known once all of them do.
final class ListeningPorts: Sendable {
  enum Server: Hashable, Sendable { case https, http, metrics }

  private let expected: Set<Server>
  private let ports = Mutex<[Server: Int]>([:])

  init(expecting expected: Set<Server>) { self.expected = expected }

  /// - Returns: whether this was the last one.
  func set(_ server: Server, _ port: Int) -> Bool {
    ports.withLock { ports in
      ports[server] = port
      return expected.isSubset(of: ports.keys)
    }
  }

  subscript(_ server: Server) -> Int? { ports.withLock { $0[server] } }
}
