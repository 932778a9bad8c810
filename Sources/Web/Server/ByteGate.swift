import NIOCore

/// Stands before the HTTP parser: tells when bytes come, and throws them away once they count no more.
final class ByteGate: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum Mode {
    case open
    case discarding(Int)
    case shut
  }
  private var mode = Mode.open
  private var context: ChannelHandlerContext?
  private var lastRead = NIODeadline.now()
  /// Whether somebody is waiting for bytes of the client.
  private(set) var isAsked = true
  /// Called before the parser sees the bytes.
  var onBytes: ((NIODeadline) -> Void)?
  /// Called when bytes are asked for again after nobody had for a second or more.
  var onResume: ((NIODeadline) -> Void)?

  var isOpen: Bool {
    if case .open = mode { true } else { false }
  }

  /// Lets no byte through any more; takes so many and then none.
  func discard(atMost bytes: Int) {
    guard case .open = mode else { return }
    mode = .discarding(bytes)
    context?.read()
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    onBytes = nil
    onResume = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    lastRead = .now()
    isAsked = false
    switch mode {
    case .open:
      onBytes?(lastRead)
      context.fireChannelRead(data)
    case .discarding(let left):
      let rest = left - unwrapInboundIn(data).readableBytes
      mode = rest < 0 ? .shut : .discarding(rest)
    case .shut:
      break
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    // Whoever stands behind may have stopped asking; what is thrown away is asked for here.
    if case .discarding = mode { context.read() }
  }

  func read(context: ChannelHandlerContext) {
    if case .shut = mode { return }
    let now = NIODeadline.now()
    if !isAsked, now - lastRead >= .seconds(1) { onResume?(now) }
    isAsked = true
    context.read()
  }
}
