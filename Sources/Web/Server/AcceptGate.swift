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

  private let table: ConnectionTable
  private let logger: Logger
  private var isWaiting = false
  private var restsUntil = NIODeadline.uptimeNanoseconds(0)

  init(_ table: ConnectionTable, logger: Logger) {
    self.table = table
    self.logger = logger
  }

  func read(context: ChannelHandlerContext) {
    guard !isWaiting else { return }
    if table.hasRoom, NIODeadline.now() >= restsUntil { return context.read() }
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

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    logger.warning("cannot accept a connection", metadata: ["reason": "\(error)"])
    restsUntil = .now() + Self.pause
  }
}
