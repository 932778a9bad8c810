import NIOHTTP1

/// The requests of a connection that are being read or answered, in order.
struct Exchanges {
  /// What of a request decides how its answer is written.
  struct Exchange {
    let isHead: Bool
    let isHTTP10: Bool
    /// Whether the connection ends with the answer.
    let closes: Bool
    /// Whether the client waits for `100 Continue`.
    let expectsContinue: Bool
    /// Bytes of the body as declared; nil for chunked.
    let length: Int?

    init(_ head: HTTPRequestHead) {
      let isUpgrade = !head.headers["Upgrade"].isEmpty
      let isChunked = !head.headers["Transfer-Encoding"].isEmpty
      isHead = head.method == .HEAD
      isHTTP10 = head.version == .http1_0
      // The parser reads nothing after an upgrade, which this server never does.
      closes = isHTTP10 || isUpgrade || !head.isKeepAlive
      length = isChunked ? nil : head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
      expectsContinue = !isHTTP10 && length != 0 && !head.headers["Expect"].isEmpty
    }
  }

  /// The one being answered first.
  private(set) var unanswered: [Exchange] = []
  /// Whether the head of the first one's answer has been written.
  private(set) var isAnswering = false
  /// Whether the body of a request is being read: of the last unanswered one, or of one answered early.
  private(set) var isReadingBody = false
  /// Bytes read of that body.
  private(set) var bodyBytes = 0
  /// Whether the body being read is that of a request already answered.
  private(set) var isReadingAnswered = false
  /// Bytes of it that came after the answer.
  private(set) var discardedBytes = 0

  mutating func headRead(_ exchange: Exchange) {
    unanswered.append(exchange)
    isReadingBody = true
    isReadingAnswered = false
    bodyBytes = 0
    discardedBytes = 0
  }

  mutating func bodyRead(_ bytes: Int) {
    bodyBytes += bytes
    if isReadingAnswered { discardedBytes += bytes }
  }

  mutating func endRead() {
    isReadingBody = false
    isReadingAnswered = false
  }

  /// Gives up the request whose body broke; false where its answer has begun and cannot be taken back.
  mutating func abandonBeingRead() -> Bool {
    guard isReadingBody, !isReadingAnswered else { return !isReadingBody }
    isReadingBody = false
    guard unanswered.count > 1 || !isAnswering else { return false }
    unanswered.removeLast()
    return true
  }

  /// Bytes declared but not read of the body of the request that is answered next; nil where unknown.
  var bytesToCome: Int? {
    guard isReadingBody, unanswered.count == 1, let length = unanswered[0].length else { return nil }
    return length - bodyBytes
  }

  /// Whether the next to be answered is a request whose client holds its body back until told to go on.
  var awaitsContinue: Bool {
    isReadingBody && bodyBytes == 0 && !isAnswering && unanswered.count == 1 && unanswered[0].expectsContinue
  }

  mutating func answerStarted() -> Exchange? {
    isAnswering = true
    return unanswered.first
  }

  mutating func answerEnded() {
    guard !unanswered.isEmpty else { return }
    unanswered.removeFirst()
    isAnswering = false
    isReadingAnswered = isReadingBody && unanswered.isEmpty
  }
}
