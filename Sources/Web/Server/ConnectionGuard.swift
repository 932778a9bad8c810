import Logging
import NIOCore
import NIOHTTP1
import NIOTLS

/// Holds one connection to its limits and deadlines, refuses what no route may see, and ends it in order.
///
/// It stands right behind the HTTP parser, where a request head is still what the client sent.
final class ConnectionGuard: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// How far the connection is from its end.
  enum Phase: Equatable {
    case open
    /// Nothing more is read; the answers that are due are still written.
    case lastAnswers
    /// As before, and then a refusal in this language.
    case lastAnswersThenRefusal(Refusal, acceptLanguage: [String])
    /// The last word is said or there is none: whatever else comes, from either side, is dropped.
    case leaving
  }

  let limits: ServerLimits
  let refusalFields: HTTPHeaders
  let logger: Logger
  let gate: ByteGate
  let meter: WriteMeter
  var deadlines: Deadlines
  var exchanges = Exchanges()
  var phase = Phase.open
  /// Of the answer being written.
  var framing: ResponseFraming?
  var closesAfterAnswer = false
  /// Whether the client may not know yet that its request was refused, and go on sending it.
  var wasRefused = false
  /// Whether the client has taken the last word, and only its own end is waited for.
  var hasSaidFarewell = false
  var context: ChannelHandlerContext?
  var timer: (due: NIODeadline, task: Scheduled<Void>)?

  init(
    limits: ServerLimits, isTLS: Bool, refusalFields: HTTPHeaders, gate: ByteGate, meter: WriteMeter,
    logger: Logger
  ) {
    self.limits = limits
    self.refusalFields = refusalFields
    self.gate = gate
    self.meter = meter
    self.logger = logger
    self.deadlines = Deadlines(limits, isTLS: isTLS, now: .now())
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    gate.onBytes = { [unowned self] now in deadlines.bytesRead(now) }
    gate.onResume = { [unowned self] now in deadlines.readingResumed(now) }
    arm()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.task.cancel()
    timer = nil
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    switch part {
    case .head(let head):
      if phase == .open { headRead(head, context) }
    case .body(let bytes):
      if exchanges.isReadingBody { bodyRead(bytes, context) }
    case .end:
      guard exchanges.isReadingBody else { return }
      exchanges.endRead()
      deadlines.endRead(.now())
      context.fireChannelRead(data)
      if phase != .open { stopReading() }
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    arm()
  }

  private func headRead(_ original: HTTPRequestHead, _ context: ChannelHandlerContext) {
    var head = original
    if let refusal = HeadRules(limits: limits).refusal(of: &head) {
      return refuse(refusal, acceptLanguage: head.headers["Accept-Language"], isHead: head.method == .HEAD)
    }
    let exchange = Exchanges.Exchange(head)
    exchanges.headRead(exchange)
    deadlines.headRead(.now())
    if exchange.closes { phase = .lastAnswers }
    if exchanges.unanswered.count == 1 { sayContinue() }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  private func bodyRead(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    exchanges.bodyRead(bytes.readableBytes)
    deadlines.bodyRead(bytes.readableBytes)
    if exchanges.bodyBytes > limits.bodyBytes {
      context.fireErrorCaught(HTTPParserError.closedConnection)
      return refuse(.bodyTooLarge, acceptLanguage: [], isHead: false)
    }
    guard exchanges.isReadingAnswered else {
      return context.fireChannelRead(wrapInboundOut(.body(bytes)))
    }
    // Nobody reads it any more; past this it is cheaper for both sides to begin a new connection.
    if exchanges.discardedBytes > limits.discardedBytes { leave() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case TLSUserEvent.handshakeCompleted:
      deadlines.handshakeEnded(.now())
    case is ShutdownEvent:
      shutDown()
      return
    case ChannelEvent.inputClosed where hasSaidFarewell:
      return context.close(promise: nil)
    default:
      break
    }
    context.fireUserInboundEventTriggered(event)
  }

  /// An error while a body is read has to reach its reader, or what came of it would pass for the whole.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    let breaksBody = exchanges.isReadingBody
    // Before anything that may close: the close alone would look like the end of the body.
    if breaksBody { context.fireErrorCaught(error) }
    guard let error = error as? HTTPParserError else {
      if !breaksBody { context.fireErrorCaught(error) }
      return context.close(promise: nil)
    }
    if phase != .leaving {
      let refusal: Refusal = error == .headerOverflow ? .headTooLarge : .syntax
      // The client has stopped in the middle and is past being told.
      if error == .invalidEOFState {
        _ = exchanges.abandonBeingRead()
        finishAnswers()
      } else if phase == .open || breaksBody {
        refuse(refusal, acceptLanguage: [], isHead: false)
      }
    }
  }
}
