package import NIOCore

/// What one connection may cost, in bytes and in time; the defaults are those of operation.
package struct ServerLimits: Sendable {
  /// Bytes of one header field, name and value, and of the request target.
  package var headerFieldBytes = 8 * 1024
  /// Bytes of the request target and all header fields together.
  package var headerBytes = 16 * 1024
  package var headerFields = 64
  /// Bytes of a body that no route may exceed; routes have narrower limits of their own.
  package var bodyBytes = 64 * 1024 * 1024
  /// Bytes of a body still taken, and thrown away, after it has been answered.
  package var discardedBytes = 64 * 1024

  /// Connections at once; more wait in the system's queue.
  package var connections = 8_192
  /// Connections at once from one IPv4 address or one IPv6 /64; a whole office may stand behind one.
  package var connectionsPerAddress = 1_024

  /// From the connection to the end of the TLS handshake.
  package var handshake = TimeAmount.seconds(10)
  /// From the first byte of a request, or from the start of the connection, to the end of its head.
  package var head = TimeAmount.seconds(10)
  /// In every such span the body ends or comes in at `bodyRate`.
  package var body = TimeAmount.seconds(30)
  /// Bytes a second.
  package var bodyRate = 1024
  /// From a response to the first byte of the next request.
  package var idle = TimeAmount.seconds(60)
  /// Without the client taking a byte of what is sent to it.
  package var write = TimeAmount.seconds(60)
  /// Between the last word to a client that is still sending and the close of the connection.
  package var farewell = TimeAmount.seconds(1)
  /// From the start of a shutdown to the end of what is still being answered.
  package var shutdown = TimeAmount.seconds(20)

  package init() {}
}
