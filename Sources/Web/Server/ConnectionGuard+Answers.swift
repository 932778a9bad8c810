import NIOCore
import NIOHTTP1

extension ConnectionGuard {
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard phase != .leaving else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(let head):
      writeHead(head, context, promise)
    case .body:
      if framing?.sendsBody == true {
        context.write(data, promise: promise)
      } else {
        promise?.succeed()
      }
    case .end(let trailers):
      writeEnd(trailers, context, promise)
    }
  }

  func flush(context: ChannelHandlerContext) {
    context.flush()
    deadlines.written(meter.progress(of: context.channel), .now())
    arm()
  }

  private func writeHead(
    _ original: HTTPResponseHead, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
  ) {
    var head = original
    guard head.status.code >= 200, let request = exchanges.answerStarted() else {
      return context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
    let framing = ResponseFraming(&head, to: request)
    self.framing = framing
    closesAfterAnswer =
      request.closes || framing.endsWithConnection || isLastAnswer
      || head.headers[canonicalForm: "Connection"].contains { $0.lowercased() == "close" }
      || (exchanges.bytesToCome ?? 0) > limits.discardedBytes
    if closesAfterAnswer { head.headers.replaceOrAdd(name: "Connection", value: "close") }
    context.write(wrapOutboundOut(.head(head)), promise: promise)
  }

  /// Whether no request stands behind the one being answered and none will be read.
  var isLastAnswer: Bool {
    phase == .lastAnswers && exchanges.unanswered.count == 1
  }

  private func writeEnd(
    _ trailers: HTTPHeaders?, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
  ) {
    let end = wrapOutboundOut(.end(framing?.sendsBody == true ? trailers : nil))
    exchanges.answerEnded()
    framing = nil
    if closesAfterAnswer {
      // Closing drops what waits to be sent, so the close waits for it.
      let sent = promise ?? context.eventLoop.makePromise()
      sent.futureResult.assumeIsolated().whenComplete { _ in self.sayFarewell() }
      phase = .leaving
      deadlines.stopReading()
      context.write(end, promise: sent)
      return flush(context: context)
    }
    context.write(end, promise: promise)
    if exchanges.unanswered.isEmpty { allAnswered() } else { sayContinue() }
  }

  private func allAnswered() {
    if case .lastAnswersThenRefusal(let refusal, let acceptLanguage) = phase {
      return writeRefusal(refusal, acceptLanguage: acceptLanguage, isHead: false)
    }
    deadlines.answered(.now())
    arm()
  }

  /// Tells a client that asks first that its body is welcome, as soon as the answers before are out.
  func sayContinue() {
    guard let context, phase != .leaving, exchanges.awaitsContinue else { return }
    let head = HTTPResponseHead(version: .http1_1, status: .continue)
    context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
  }
}
