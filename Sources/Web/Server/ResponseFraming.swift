import NIOHTTP1

/// How the end of an answer is marked, decided here so that no answer can be taken for two.
struct ResponseFraming {
  /// Whether what the route gives as body is sent.
  let sendsBody: Bool
  /// Whether the connection has to end for the client to see the end.
  let endsWithConnection: Bool

  /// Mends the header fields of an answer to this request.
  init(_ head: inout HTTPResponseHead, to request: Exchanges.Exchange) {
    sendsBody = !request.isHead && head.status.mayHaveResponseBody
    let hasLength = head.headers.contains(name: "Content-Length")
    head.headers.remove(name: "Transfer-Encoding")
    if !head.status.mayHaveResponseBody {
      head.headers.remove(name: "Content-Length")
    } else if !hasLength, sendsBody, !request.isHTTP10 {
      head.headers.add(name: "Transfer-Encoding", value: "chunked")
    }
    endsWithConnection = sendsBody && !hasLength && request.isHTTP10
    if request.isHTTP10 { head.version = .http1_0 }
  }
}

/// Asked of every connection at shutdown: finish what is being answered, then close.
struct ShutdownEvent: Sendable {}
