import NIOCore
import Synchronization

/// The name a client asked for in its ClientHello (SNI), filled in by the handshake.
package final class ServerName: Sendable {
  private enum State {
    case unread
    case read(String?)
  }
  private let state = Mutex(State.unread)

  package init() {}

  /// The handshake that is being read on this thread, so that NIOSSL's callback, which is not told the
  /// connection, can find where to write the name.
  @TaskLocal static var ofThisHandshake: ServerName?

  /// The name, lower-cased; nil where the client sent none or the handshake is not that far.
  package var value: String? {
    state.withLock { state in
      if case .read(let name) = state { name } else { nil }
    }
  }

  var isRead: Bool {
    state.withLock { state in
      if case .read = state { true } else { false }
    }
  }

  func read(_ name: String?) {
    state.withLock { $0 = .read(name?.lowercased()) }
  }
}

/// Stands before the TLS handler until the ClientHello is read, and names the connection it belongs to.
///
/// The name comes from the TLS library itself: a parser of our own could read another name out of the same
/// bytes than the handshake does.
final class ServerNameHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let name: ServerName

  init(_ name: ServerName) {
    self.name = name
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    ServerName.$ofThisHandshake.withValue(name) { context.fireChannelRead(data) }
    guard name.isRead else { return }
    context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
  }
}
