import Hummingbird
import NIOCore
import Testing
import Web

@Suite struct PlainRedirectTests {
  func server(httpsPort: Int) async throws -> RunningServer {
    let redirect = PlainRedirect(
      httpsPort: { httpsPort }, isServed: { $0 == "sumbar.localhost" },
      health: { _, _ in Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "END"))) },
      ready: { _, _ in
        Response(status: .serviceUnavailable, body: .init(byteBuffer: ByteBuffer(string: "END")))
      })
    return try await RunningServer(answer: redirect.answer)
  }

  func answer(_ server: RunningServer, _ line: String, host: String) async throws -> String {
    try await RawClient(port: server.port).untilClosed(
      sending: "\(line) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
  }

  @Test func `sends everybody to the same path over HTTPS`() async throws {
    let server = try await server(httpsPort: 8443)
    for (line, host) in [("GET /a?b=c", "sumbar.localhost"), ("POST /a?b=c", "SUMBAR.localhost:8080")] {
      let answer = try await answer(server, line, host: host)
      #expect(answer.hasPrefix("HTTP/1.1 308 "))
      #expect(answer.contains("\r\nLocation: https://sumbar.localhost:8443/a?b=c\r\n"))
    }
    try await server.stop()
    let usual = try await self.server(httpsPort: 443)
    #expect(
      try await self.answer(usual, "GET /", host: "sumbar.localhost")
        .contains("\r\nLocation: https://sumbar.localhost/\r\n"))
    try await usual.stop()
  }

  @Test func `sends nobody to a host that is not served`() async throws {
    let server = try await server(httpsPort: 8443)
    let answer = try await answer(server, "GET /", host: "evil.example")
    #expect(answer.hasPrefix("HTTP/1.1 404 "))
    #expect(answer.contains("\"code\":\"unknown_tenant\""))
    #expect(!answer.contains("Location"))
    #expect(try await self.answer(server, "GET //evil.example", host: "sumbar.localhost").contains(" 400 "))
    try await server.stop()
  }

  @Test func `answers the probes on any host`() async throws {
    let server = try await server(httpsPort: 8443)
    #expect(try await answer(server, "GET /healthz", host: "10.0.0.1:8080").hasPrefix("HTTP/1.1 200 "))
    #expect(try await answer(server, "GET /readyz", host: "x").hasPrefix("HTTP/1.1 503 "))
    try await server.stop()
  }
}
