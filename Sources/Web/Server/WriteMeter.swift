import NIOCore

/// Stands next to the socket and tells how much of what was sent the client has taken.
final class WriteMeter: ChannelOutboundHandler {
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  struct Progress: Equatable {
    /// Bytes the system has accepted for the client since the connection began.
    var taken: Int
    /// Whether bytes are waiting because the client does not read.
    var isPending: Bool
  }

  private var sent = 0

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    sent += unwrapOutboundIn(data).readableBytes
    context.write(data, promise: promise)
  }

  func progress(of channel: any Channel) -> Progress {
    let waiting = (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    return Progress(taken: sent - waiting, isPending: waiting > 0)
  }
}
