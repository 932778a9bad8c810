import Hummingbird
import Testing
import Web

/// A request as bytes, and what has to come back.
struct Case: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: String
  let status: Int

  var testDescription: String { name }

  init(_ name: String, _ bytes: String, _ status: Int) {
    self.name = name
    self.bytes = bytes
    self.status = status
  }

  private static let host = "Host: a.localhost\r\n"
  private static let next = "GET /second HTTP/1.1\r\nHost: a.localhost\r\n\r\n"

  /// Each is followed by a second request, which must never be answered.
  static let refused: [Case] = [
    Case("no host", "GET / HTTP/1.1\r\n\r\n", 400),
    Case("two hosts", "GET / HTTP/1.1\r\n\(host)Host: b.localhost\r\n\r\n", 400),
    Case("host with slash", "GET / HTTP/1.1\r\nHost: a.localhost/x\r\n\r\n", 400),
    Case("host with user", "GET / HTTP/1.1\r\nHost: x@a.localhost\r\n\r\n", 400),
    Case("absolute target of another host", "GET http://b.localhost/ HTTP/1.1\r\n\(host)\r\n", 400),
    Case("double slash", "GET //second HTTP/1.1\r\n\(host)\r\n", 400),
    Case("encoded slash", "GET /a%2fb HTTP/1.1\r\n\(host)\r\n", 400),
    Case("encoded NUL", "GET /a%00 HTTP/1.1\r\n\(host)\r\n", 400),
    Case("invalid UTF-8 escaped", "GET /%ff HTTP/1.1\r\n\(host)\r\n", 400),
    Case("bytes that are not ASCII", "GET /ä HTTP/1.1\r\n\(host)\r\n", 400),
    Case("dot segments", "GET /a/../b HTTP/1.1\r\n\(host)\r\n", 400),
    Case("CONNECT", "CONNECT a.localhost:443 HTTP/1.1\r\n\(host)\r\n", 400),
    Case(
      "chunked in 1.0",
      "POST / HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    Case(
      "length and chunked",
      "POST / HTTP/1.1\r\n\(host)Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    Case(
      "chunked and length",
      "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", 400),
    Case("two lengths", "POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx", 400),
    Case(
      "two lengths alike", "POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 1\r\n\r\nx", 400),
    Case("list of lengths", "POST / HTTP/1.1\r\n\(host)Content-Length: 1, 1\r\n\r\nx", 400),
    Case("signed length", "POST / HTTP/1.1\r\n\(host)Content-Length: +1\r\n\r\nx", 400),
    Case("hexadecimal length", "POST / HTTP/1.1\r\n\(host)Content-Length: 0x1\r\n\r\nx", 400),
    Case(
      "gzip and chunked",
      "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
    Case("obsolete fold", "GET / HTTP/1.1\r\n\(host)X: a\r\n b\r\n\r\n", 400),
    Case("blank before colon", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400),
    Case("blank before first field", "GET / HTTP/1.1\r\n X: a\r\n\(host)\r\n", 400),
    Case("NUL in a field", "GET / HTTP/1.1\r\n\(host)X: a\0b\r\n\r\n", 400),
    Case("bare CR", "GET / HTTP/1.1\r\n\(host)X: a\rb\r\n\r\n", 400),
    Case("no such version", "GET / HTTP/3.0\r\n\(host)\r\n", 400),
    Case("no version", "GET /\r\n\r\n", 400),
    Case("no method", "G<T / HTTP/1.1\r\n\(host)\r\n", 400),
    Case("TLS where there is none", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", 400),
    Case("field of 9 KB", "GET / HTTP/1.1\r\n\(host)X: \(String(repeating: "x", count: 9_000))\r\n\r\n", 400),
    Case(
      "header of 20 KB",
      "GET / HTTP/1.1\r\n\(host)"
        + (0..<20).map { "X\($0): \(String(repeating: "x", count: 1_000))\r\n" }.joined() + "\r\n", 400),
    Case(
      "100 fields", "GET / HTTP/1.1\r\n\(host)" + (0..<100).map { "X\($0): x\r\n" }.joined() + "\r\n", 400),
    Case("target of 70 KB", "GET /\(String(repeating: "x", count: 70_000)) HTTP/1.1\r\n\(host)\r\n", 400),
    Case("unknown expectation", "POST / HTTP/1.1\r\n\(host)Expect: x\r\nContent-Length: 1\r\n\r\n", 417),
    Case("10 GB", "POST / HTTP/1.1\r\n\(host)Content-Length: 10737418240\r\n\r\n", 413),
  ].map { Case($0.name, $0.bytes + next, $0.status) }

  /// Broken only after the head: the route is asked, but may not believe that it has seen a whole body.
  static let brokenBodies: [Case] = [
    Case("chunk size no number", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
    Case(
      "chunk longer than said", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", 400
    ),
    Case(
      "chunk size overflows",
      "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\na\r\n", 400),
  ].map { Case($0.name, $0.bytes + next, $0.status) }
}

@Suite struct SmugglingTests {
  @Test(arguments: Case.refused)
  func `one answer, a problem, no route asked, and the connection closed`(_ example: Case) async throws {
    let visits = Visits()
    let server = try await RunningServer(limits: RunningServer.limits()) { request, _ in
      visits.add(request.uri.path)
      return Response(status: .ok)
    }
    let answer = try await RawClient(port: server.port).untilClosed(sending: example.bytes)
    #expect(answer.answers == 1)
    #expect(answer.hasPrefix("HTTP/1.1 \(example.status) "))
    #expect(answer.contains("\r\nContent-Type: application/problem+json\r\n"))
    #expect(answer.contains("\r\nStrict-Transport-Security: max-age=1\r\n"))
    #expect(answer.contains("\"code\":\"\(example.status == 413 ? "too_large" : "malformed_request")\""))
    #expect(visits.list == [])
    try await server.stop()
  }

  @Test(arguments: Case.brokenBodies)
  func `a body that breaks is never taken for whole`(_ example: Case) async throws {
    let visits = Visits()
    let server = try await RunningServer(limits: RunningServer.limits()) { request, _ in
      _ = try await request.body.collect(upTo: 1_000)
      visits.add(request.uri.path)
      return Response(status: .ok)
    }
    let answer = try await RawClient(port: server.port).untilClosed(sending: example.bytes)
    #expect(answer.answers == 1)
    #expect(answer.hasPrefix("HTTP/1.1 \(example.status) "))
    #expect(visits.list == [])
    try await server.stop()
  }

  @Test func `a client that goes away in the middle of its body leaves no whole body behind`() async throws {
    let visits = Visits()
    let server = try await RunningServer { request, _ in
      visits.add("begun")
      _ = try await request.body.collect(upTo: 1_000)
      visits.add("whole")
      return Response(status: .ok)
    }
    let answer = try await RawClient(port: server.port).untilClosed { outbound in
      try await outbound.write(
        ByteBuffer(string: "POST / HTTP/1.1\r\nHost: a.localhost\r\nContent-Length: 10\r\n\r\n12345"))
      while visits.list.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      outbound.finish()
    }
    #expect(!answer.hasPrefix("HTTP/1.1 2"))
    try await server.stop()
    #expect(visits.list == ["begun"])
  }

  @Test func `answers before the bad request are given first`() async throws {
    let visits = Visits()
    let server = try await RunningServer(limits: RunningServer.limits()) { request, _ in
      visits.add(request.uri.path)
      try await Task.sleep(for: .milliseconds(20))
      return Response(status: .ok)
    }
    let good = "GET /good HTTP/1.1\r\nHost: a.localhost\r\n\r\n"
    let answer = try await RawClient(port: server.port).untilClosed(
      sending: good + good + "nonsense\r\n\r\n" + good)
    #expect(answer.answers == 3)
    #expect(answer.contains("HTTP/1.1 400 "))
    #expect(!answer.hasPrefix("HTTP/1.1 400 "))
    #expect(visits.list == ["/good", "/good"])
    try await server.stop()
  }

  @Test func `refuses in English where asked`() async throws {
    let server = try await RunningServer { _, _ in Response(status: .ok) }
    let request = "GET //a HTTP/1.1\r\nHost: a.localhost\r\nAccept-Language: en\r\n\r\n"
    let answer = try await RawClient(port: server.port).untilClosed(sending: request)
    #expect(answer.contains("\r\nContent-Language: en\r\n"))
    #expect(answer.contains("\"title\":\"Malformed request\""))
    try await server.stop()
  }
}
