import Logging
import NIOCore
import NIOHTTP1

extension ConnectionGuard {
  /// Answers with a problem once the requests before are answered, and closes.
  func refuse(_ refusal: Refusal, acceptLanguage: [String], isHead: Bool) {
    guard phase != .leaving else { return }
    guard exchanges.abandonBeingRead() else { return leave() }
    if exchanges.unanswered.isEmpty {
      return writeRefusal(refusal, acceptLanguage: acceptLanguage, isHead: isHead)
    }
    phase = .lastAnswersThenRefusal(refusal, acceptLanguage: acceptLanguage)
    stopReading()
  }

  func writeRefusal(_ refusal: Refusal, acceptLanguage: [String], isHead: Bool) {
    guard let context else { return }
    let traceId = TraceId.random()
    logger.info(
      "request refused",
      metadata: ["traceId": "\(traceId)", "status": "\(refusal.status)", "reason": "\(refusal.detail.en)"])
    let (language, json) = refusal.body(traceId: traceId, acceptLanguage: acceptLanguage)
    var fields = refusalFields
    fields.add(name: "Content-Type", value: "application/problem+json")
    fields.add(name: "Content-Language", value: language)
    fields.add(name: "Content-Length", value: String(json.utf8.count))
    fields.add(name: "Date", value: HTTPDate.now())
    fields.add(name: "Connection", value: "close")
    let status = HTTPResponseStatus(statusCode: refusal.status)
    phase = .leaving
    wasRefused = true
    deadlines.stopReading()
    context.write(
      wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: fields))),
      promise: nil)
    if !isHead {
      let body = context.channel.allocator.buffer(string: json)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.assumeIsolated().whenComplete { _ in self.sayFarewell() }
    context.write(wrapOutboundOut(.end(nil)), promise: sent)
    flush(context: context)
  }

  /// Ends the connection after the last word.
  ///
  /// A socket closed with unread bytes in it is reset by the system, and the reset can overtake the answer; so
  /// where the client may still be sending, only our direction is closed first.
  func sayFarewell() {
    guard let context else { return }
    hasSaidFarewell = true
    guard exchanges.isReadingBody || !gate.isOpen || wasRefused else { return context.close(promise: nil) }
    gate.discard(atMost: limits.discardedBytes)
    deadlines.end(by: .now() + limits.farewell)
    arm()
    context.close(mode: .output, promise: nil)
  }

  /// Ends the connection when the client has taken what is already sent.
  private func leaveOnceTaken() {
    guard let context else { return }
    guard meter.progress(of: context.channel).isPending else { return leave() }
    phase = .leaving
    deadlines.stopReading()
    let taken = context.eventLoop.makePromise(of: Void.self)
    taken.futureResult.assumeIsolated().whenComplete { _ in self.leave() }
    // Nothing, but behind everything.
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer()))), promise: taken)
    flush(context: context)
  }

  /// Ends the connection without a word.
  func leave() {
    phase = .leaving
    deadlines.stopReading()
    context?.close(promise: nil)
  }

  /// Takes nothing more from the client; the answers that are due go out.
  func stopReading() {
    deadlines.stopReading()
    gate.discard(atMost: limits.discardedBytes)
  }

  /// Finishes what is being read or answered within the time of a shutdown; anything else ends now.
  func shutDown() {
    deadlines.end(by: .now() + limits.shutdown)
    finishAnswers()
    arm()
  }

  /// Ends the connection with the last answer that is due, or now if none is.
  func finishAnswers() {
    guard phase != .leaving else { return }
    guard !exchanges.unanswered.isEmpty else { return leaveOnceTaken() }
    if phase == .open { phase = .lastAnswers }
    if exchanges.isAnswering, isLastAnswer { closesAfterAnswer = true }
  }

  /// What stands behind closes as soon as it learns of an error, or of a client that sends nothing more; neither the
  /// farewell nor an answer that is still on its way is to be cut short by that.
  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    if phase != .leaving, mode != .input, exchanges.unanswered.isEmpty { leaveOnceTaken() }
    guard phase == .leaving, mode != .input else { return context.close(mode: mode, promise: promise) }
    if let promise { context.channel.closeFuture.cascade(to: promise) }
  }

  /// Sets the timer to the next deadline unless it goes off before that anyway.
  func arm() {
    guard let context, let due = deadlines.next(answering: !exchanges.unanswered.isEmpty) else { return }
    if let timer, timer.due <= due { return }
    timer?.task.cancel()
    let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: due) { self.timeIsUp() }
    timer = (due, task)
  }

  private func timeIsUp() {
    timer = nil
    guard let context else { return }
    let expired = deadlines.hasExpired(
      .now(), answering: !exchanges.unanswered.isEmpty, paused: !gate.isAsked,
      progress: meter.progress(of: context.channel))
    if expired {
      phase = .leaving
      context.close(promise: nil)
    } else {
      arm()
    }
  }
}
