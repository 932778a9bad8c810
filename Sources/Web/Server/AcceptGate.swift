import Logging
import NIOCore

/// Stands on a listening socket: takes a connection only while there is room, and rests when the system has
/// no descriptor left, instead of asking it again without end.
final class AcceptGate: ChannelDuplexHandler {
  typealias InboundIn = Channel
  typealias InboundOut = Channel
  typealias OutboundIn = Never
  typealias OutboundOut = Never

  /// Between two looks for room.
  private static let pause = TimeAmount.milliseconds(50)
  /// Between two warnings of the same trouble.
  private static let silence = TimeAmount.seconds(60)

  private let table: ConnectionTable
  private let logger: Logger
  private var isWaiting = false
  private var silentUntil: NIODeadline?

  init(_ table: ConnectionTable, logger: Logger) {
    self.table = table
    self.logger = logger
  }

  func read(context: ChannelHandlerContext) {
    guard !isWaiting else { return }
    if table.hasRoom { return context.read() }
    isWaiting = true
    context.eventLoop.assumeIsolated().scheduleTask(in: Self.pause) {
      self.isWaiting = false
      self.read(context: context)
    }
  }

  /// Counts here and not where the connection is set up, on its own loop and later than the next look for room.
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let channel = unwrapInboundIn(data)
    if table.admit(channel) { context.fireChannelRead(data) } else { channel.close(promise: nil) }
  }

  /// A failed accept leaves the socket readable and the read outstanding, so only turning reads off ends the
  /// round.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if silentUntil.map({ $0 <= .now() }) ?? true {
      logger.warning("cannot accept a connection", metadata: ["reason": "\(error)"])
      silentUntil = .now() + Self.silence
    }
    let channel = context.channel
    try? channel.syncOptions?.setOption(.autoRead, value: false)
    context.eventLoop.assumeIsolated().scheduleTask(in: Self.pause) {
      try? channel.syncOptions?.setOption(.autoRead, value: true)
    }
  }
}
