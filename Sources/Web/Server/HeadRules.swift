import NIOHTTP1

/// What the HTTP parser lets pass in a request head and must not reach a route.
struct HeadRules {
  let limits: ServerLimits

  /// The reason to refuse, or nil; an absolute target is then rewritten to its path and query.
  func refusal(of head: inout HTTPRequestHead) -> Refusal? {
    guard head.version == .http1_1 || head.version == .http1_0 else { return .syntax }
    let hosts = head.headers["Host"]
    guard hosts.count == 1, let host = HostField(hosts[0]) else { return .host }
    if let refusal = makeRelative(&head, to: host) { return refusal }
    guard RequestTarget.isSound(head.uri) else { return .target }
    return framingRefusal(head) ?? expectRefusal(head)
  }

  /// Behind some proxies the name of an absolute target arrives as Host, behind others it does not; so both
  /// have to be the same.
  private func makeRelative(_ head: inout HTTPRequestHead, to host: HostField) -> Refusal? {
    guard !head.uri.hasPrefix("/") else { return nil }
    let lowercased = head.uri.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowercased.hasPrefix) else { return .target }
    let rest = head.uri.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard HostField(authority) == host else { return .authority }
    let target = rest.dropFirst(authority.count)
    head.uri = target.hasPrefix("/") ? String(target) : "/" + target
    return nil
  }

  private func framingRefusal(_ head: HTTPRequestHead) -> Refusal? {
    let codings = head.headers["Transfer-Encoding"]
    let lengths = head.headers["Content-Length"]
    if !codings.isEmpty {
      guard head.version == .http1_1, lengths.isEmpty else { return .framing }
      guard codings.count == 1, codings[0].lowercased() == "chunked" else { return .coding }
    }
    guard let length = lengths.first else { return nil }
    guard lengths.count == 1, let bytes = Int(length), bytes >= 0 else { return .framing }
    return bytes > limits.bodyBytes ? .bodyTooLarge : nil
  }

  private func expectRefusal(_ head: HTTPRequestHead) -> Refusal? {
    let expectations = head.headers["Expect"]
    guard !expectations.isEmpty else { return nil }
    return expectations.map { $0.lowercased() } == ["100-continue"] ? nil : .expectation
  }
}
