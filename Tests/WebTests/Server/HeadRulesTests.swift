import NIOHTTP1
import Testing

@testable import Web

@Suite struct HeadRulesTests {
  func refusal(
    _ uri: String = "/", version: HTTPVersion = .http1_1, _ fields: HTTPHeaders = ["Host": "a.localhost"]
  ) -> Refusal? {
    var head = HTTPRequestHead(version: version, method: .POST, uri: uri, headers: fields)
    return HeadRules(limits: ServerLimits()).refusal(of: &head)
  }

  @Test(arguments: [
    "a.localhost", "A.localhost:8443", "127.0.0.1", "[::1]", "[::1]:8443", "xn--a-ecp.go.id", "a_b.localhost",
  ])
  func `takes a host`(host: String) {
    #expect(refusal(["Host": host]) == nil)
  }

  @Test(arguments: [
    "", "a b", "a/b", "a@b", "a,b", "a:", "a:x", "a:99999", "a:80:80", "[::1", "::1", "[]", "a\\b", "a%2eb",
    "a?b",
    "a#b", "ä.localhost", String(repeating: "a", count: 254),
  ])
  func `refuses a host`(host: String) {
    #expect(refusal(["Host": host]) == .host)
  }

  @Test func `refuses no Host and two of them, even alike`() {
    #expect(refusal([:]) == .host)
    #expect(refusal(["Host": "a.localhost", "host": "a.localhost"]) == .host)
    #expect(refusal(version: .http1_0, [:]) == .host)
  }

  @Test(arguments: [
    "/", "/a", "/a/", "/a/b?c=d", "/?a=//b/../c", "/a%20b", "/%C3%A4", "/.well-known/x", "/a..b",
    "/a?x=%2F%5C",
    "/a?next=%2Fb&q=a+b", "/a:b@c;d=e,f!$'()*~", "/a?x=[1]|{}",
  ])
  func `takes a path`(target: String) {
    #expect(refusal(target) == nil)
  }

  @Test(arguments: [
    "//a", "/a//b", "/a//", "/a/../b", "/a/..", "/.", "/./a", "/a%2fb", "/a%2Fb", "/a%5cb", "/a%2e%2e/b",
    "/%2e/a",
    "/a%00", "/a%0d%0ab", "/a%7f", "/a\\b", "/a%", "/a%2", "/a%zz", "/a?x=%", "/a?x=%00", "/a?x=%ff",
    "/%c0%af",
    "/%ed%a0%80", "/%ff", "/a#b", "/ä", "", "*", "a.localhost:443", "a",
  ])
  func `refuses a path`(target: String) {
    #expect(refusal(target) == .target)
  }

  @Test func `takes an absolute target of the same host as its path, and no other`() {
    for (uri, path) in [
      ("http://a.localhost/x?y", "/x?y"), ("HTTPS://A.LOCALHOST", "/"), ("http://a.localhost?y", "/?y"),
    ] {
      var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: uri, headers: ["Host": "a.localhost"])
      #expect(HeadRules(limits: ServerLimits()).refusal(of: &head) == nil)
      #expect(head.uri == path)
    }
    for other in ["http://b.localhost/", "http://a.localhost:80/", "http://x@a.localhost/", "http:///x"] {
      #expect(refusal(other) == .authority)
    }
    #expect(refusal("ftp://a.localhost/") == .target)
    #expect(refusal("http://a.localhost//x") == .target)
  }

  @Test func `refuses a length that can be read in two ways, and codings that it cannot undo`() {
    func framed(_ fields: (String, String)..., version: HTTPVersion = .http1_1) -> Refusal? {
      refusal(version: version, HTTPHeaders([("Host", "a.localhost")] + fields))
    }
    #expect(framed(("Transfer-Encoding", "chunked")) == nil)
    #expect(framed(("Transfer-Encoding", "Chunked")) == nil)
    #expect(framed(("Transfer-Encoding", "chunked"), version: .http1_0) == .framing)
    #expect(framed(("Transfer-Encoding", "chunked"), ("Content-Length", "1")) == .framing)
    for coding in ["gzip, chunked", "identity", "chunked, chunked", "xchunked", ""] {
      #expect(framed(("Transfer-Encoding", coding)) == .coding)
    }
    #expect(framed(("Transfer-Encoding", "chunked"), ("Transfer-Encoding", "chunked")) == .coding)
    #expect(framed(("Content-Length", "1"), ("Content-Length", "1")) == .framing)
    #expect(framed(("Content-Length", "-1")) == .framing)
    #expect(framed(("Content-Length", "99999999999999999999")) == .framing)
    #expect(framed(("Content-Length", "10737418240")) == .bodyTooLarge)
  }

  @Test func `knows one expectation`() {
    #expect(refusal(["Host": "a", "Expect": "100-Continue"]) == nil)
    #expect(refusal(["Host": "a", "Expect": "a-miracle"]) == .expectation)
  }

  private func refusal(_ fields: HTTPHeaders) -> Refusal? { refusal("/", fields) }
}

@Suite struct RefusalTests {
  @Test(arguments: [
    ([], "id"), (["en"], "en"), (["id, en;q=0.8"], "id"), (["en-GB,en;q=0.9,id;q=0.1"], "en"), (["fr"], "id"),
    (["id;q=0.2", "en;q=0.5"], "en"), (["en;q=0"], "id"), (["en;q=nonsense"], "id"),
  ])
  func `speaks the language that the client prefers`(fields: [String], language: String) {
    #expect(Refusal.syntax.body(traceId: "0", acceptLanguage: fields).language == language)
  }

  @Test func `writes a date as HTTP does`() {
    #expect(HTTPDate.text(of: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }

  @Test func `draws a new trace id every time`() {
    let ids = Set((0..<1_000).map { _ in TraceId.random() })
    #expect(ids.count == 1_000)
    #expect(ids.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
  }
}
