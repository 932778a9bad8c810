import Hummingbird
package import Logging
package import NIOCore

/// What is known of the connection a request came in on.
package struct ConnectionFacts: Sendable, Equatable {
  /// The SNI name, lower-cased; nil where the client sent none and on a connection without TLS.
  package var serverName: String?
  /// The socket's peer, an IPv4 or IPv6 address without port; never from a header.
  package var remoteAddress: String
  package var isTLS: Bool

  package init(serverName: String?, remoteAddress: String, isTLS: Bool) {
    self.serverName = serverName
    self.remoteAddress = remoteAddress
    self.isTLS = isTLS
  }
}

/// What a request context is made from.
package struct RequestSource: RequestContextSource {
  package let channel: any Channel
  /// Carries `traceId`.
  package let logger: Logger
  package let connection: ConnectionFacts
  /// 32 hexadecimal digits, new for every request.
  package let traceId: String

  package init(channel: any Channel, logger: Logger, connection: ConnectionFacts, traceId: String) {
    self.channel = channel
    self.logger = logger
    self.connection = connection
    self.traceId = traceId
  }
}
