import Hummingbird
import NIOCore
import TLS
import Testing
import Web

/// That the deadlines of `DeadlinesTests` end real sockets; a test that hangs here has found one that lives on.
@Suite(.timeLimit(.minutes(1))) struct DeadlineSocketTests {
  let visits = Visits()

  /// A server on which one deadline is short.
  func server(_ shorten: (inout ServerLimits) -> Void) async throws -> RunningServer {
    try await RunningServer(limits: RunningServer.limits(shorten)) { request, _ in
      if request.uri.path == "/large" {
        return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: 0x41, count: 16 << 20)))
      }
      _ = try await request.body.collect(upTo: 1 << 20)
      visits.add("whole")
      return Response(status: .ok)
    }
  }

  @Test func `says nothing`() async throws {
    let server = try await server { $0.head = .milliseconds(300) }
    #expect(try await RawClient(port: server.port).untilClosed() == "")
    try await server.stop()
  }

  @Test func `trickles a head`() async throws {
    let server = try await server { $0.head = .milliseconds(300) }
    #expect(try await trickle("GET / HTTP/1.1\r\nX", to: server) == "")
    try await server.stop()
  }

  @Test(arguments: [
    "POST / HTTP/1.1\r\nHost: a.localhost\r\nContent-Length: 1000000\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a.localhost\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n",
  ])
  func `trickles a body or a chunk`(start: String) async throws {
    let server = try await server { $0.body = .milliseconds(300) }
    #expect(try await trickle(start, to: server) == "")
    try await server.stop()
    #expect(visits.list == [])
  }

  func trickle(_ start: String, to server: RunningServer) async throws -> String {
    try await RawClient(port: server.port).untilClosed { outbound in
      try await outbound.write(ByteBuffer(string: start))
      while true {
        try await Task.sleep(for: .milliseconds(10))
        try await outbound.write(ByteBuffer(string: "x"))
      }
    }
  }

  @Test func `stays after its answer`() async throws {
    let server = try await server { $0.idle = .milliseconds(300) }
    let answer = try await RawClient(port: server.port).untilClosed(sending: ConnectionTests.get)
    #expect(answer.answers == 1)
    try await server.stop()
  }

  @Test(arguments: ["keep-alive", "close", "half closed"])
  func `reads its answer slowly but reads it`(way: String) async throws {
    let server = try await server { $0.idle = .milliseconds(300) }
    let client = try await RawClient(port: server.port)
    // Pauses far shorter than the connection may stand still for, and together far longer.
    let request =
      "GET /large HTTP/1.1\r\nHost: a.localhost\r\nConnection: \(way == "close" ? way : "keep-alive")\r\n\r\n"
    let bytes = try await client.count(after: request, halfClosing: way == "half closed") { bytes in
      if bytes % 16 == 0 { try await Task.sleep(for: .milliseconds(5)) }
    }
    #expect(bytes > 16 << 20)
    try await server.stop()
  }

  @Test func `does not read its answer`() async throws {
    let server = try await server { $0.write = .milliseconds(300) }
    let client = try await RawClient(port: server.port)
    try await client.silent(after: "GET /large HTTP/1.1\r\nHost: a.localhost\r\n\r\n") { _ in
      // The server ends once its last connection has, and a shutdown leaves this one five minutes.
      try await Task.sleep(for: .milliseconds(900))
      try await server.stop()
    }
  }

  @Test func `sends no ClientHello`() async throws {
    let tls = try TestCertificates()
    let server = try await RunningServer(
      [ListenAddress(host: "127.0.0.1", port: 0)], tls: tls.termination,
      limits: RunningServer.limits { $0.handshake = .milliseconds(300) }
    ) { _, _ in Response(status: .ok) }
    #expect(try await RawClient(port: server.port).untilClosed() == "")
    try await server.stop()
  }
}
