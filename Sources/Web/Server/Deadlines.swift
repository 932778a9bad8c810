import NIOCore

/// When a connection has to have done what, and whether it has; knows no clock of its own.
struct Deadlines {
  private enum Reading {
    case handshake(NIODeadline)
    case idle(NIODeadline)
    case head(NIODeadline)
    /// Until when so many bytes must have come, or the end.
    case body(NIODeadline, bytes: Int)
    case nothing
  }

  private let limits: ServerLimits
  private var reading: Reading
  /// What had been taken when the span began in which more must be.
  private var writing: (taken: Int, until: NIODeadline)?
  private var end: NIODeadline?

  init(_ limits: ServerLimits, isTLS: Bool, now: NIODeadline) {
    self.limits = limits
    // A client that says nothing at all is held to the deadline of a head.
    self.reading = isTLS ? .handshake(now + limits.handshake) : .head(now + limits.head)
  }

  mutating func handshakeEnded(_ now: NIODeadline) {
    if case .handshake = reading { reading = .head(now + limits.head) }
  }

  mutating func bytesRead(_ now: NIODeadline) {
    if case .idle = reading { reading = .head(now + limits.head) }
  }

  mutating func headRead(_ now: NIODeadline) {
    reading = .body(now + limits.body, bytes: 0)
  }

  mutating func bodyRead(_ bytes: Int) {
    if case .body(let until, let before) = reading { reading = .body(until, bytes: before + bytes) }
  }

  mutating func endRead(_ now: NIODeadline) {
    reading = .idle(now + limits.idle)
  }

  /// All requests are answered: the time of the next begins only now, even if part of it is there.
  mutating func answered(_ now: NIODeadline) {
    switch reading {
    case .idle: reading = .idle(now + limits.idle)
    case .head: reading = .head(now + limits.head)
    case .handshake, .body, .nothing: break
    }
  }

  /// The body was not read for a while because nobody here asked for it, which is not the client's doing.
  mutating func readingResumed(_ now: NIODeadline) {
    if case .body = reading { reading = .body(now + limits.body, bytes: 0) }
  }

  /// Something was sent; the client has until then to take a part of it.
  mutating func written(_ progress: WriteMeter.Progress, _ now: NIODeadline) {
    guard progress.isPending else {
      writing = nil
      return
    }
    if writing == nil { writing = (progress.taken, now + limits.write) }
  }

  /// Nothing more is read; the connection is over by then at the latest.
  mutating func stopReading() {
    reading = .nothing
  }

  mutating func end(by deadline: NIODeadline) {
    end = min(end ?? deadline, deadline)
  }

  /// The next moment to judge.
  ///
  /// - Parameter answering: whether a request is being answered; the client owes nothing then but to read.
  func next(answering: Bool) -> NIODeadline? {
    earlier(end, earlier(writing?.until, readingDeadline(answering)))
  }

  /// Judges what is due at this moment, and starts the next span of what goes on.
  ///
  /// - Parameter paused: whether nobody here asks for the body just now.
  mutating func hasExpired(
    _ now: NIODeadline, answering: Bool, paused: Bool, progress: WriteMeter.Progress
  ) -> Bool {
    if let end, now >= end { return true }
    if let span = writing, now >= span.until {
      if progress.isPending, progress.taken <= span.taken { return true }
      writing = progress.isPending ? (progress.taken, now + limits.write) : nil
    }
    guard let due = readingDeadline(answering), now >= due else { return false }
    guard case .body(_, let bytes) = reading else {
      // Written is not taken: a client that is still reading its answer is not idle.
      guard case .idle = reading, progress.isPending else { return true }
      reading = .idle(now + limits.idle)
      return false
    }
    let demanded = limits.body.nanoseconds / 1_000_000 * Int64(limits.bodyRate) / 1_000
    guard paused || Int64(bytes) >= demanded else { return true }
    reading = .body(now + limits.body, bytes: 0)
    return false
  }

  private func earlier(_ one: NIODeadline?, _ other: NIODeadline?) -> NIODeadline? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  private func readingDeadline(_ answering: Bool) -> NIODeadline? {
    switch reading {
    case .handshake(let due), .body(let due, _): due
    case .idle(let due), .head(let due): answering ? nil : due
    case .nothing: nil
    }
  }
}
