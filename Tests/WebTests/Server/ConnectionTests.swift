import Foundation
import Hummingbird
import NIOCore
import Testing
import Web

@Suite struct ConnectionTests {
  static let get = "GET / HTTP/1.1\r\nHost: a.localhost\r\n\r\n"

  func hello(limits: ServerLimits = ServerLimits()) async throws -> RunningServer {
    try await RunningServer(limits: limits) { request, source in
      let body = try await request.body.collect(upTo: 1 << 20)
      return Response(
        status: .ok,
        body: .init(byteBuffer: ByteBuffer(string: "\(request.uri.path) \(body.readableBytes) END")))
    }
  }

  @Test func `one connection serves request after request, also pipelined`() async throws {
    let server = try await hello()
    let post = "POST /p HTTP/1.1\r\nHost: a.localhost\r\nContent-Length: 3\r\n\r\nabc"
    let answers = try await RawClient(port: server.port).converse([
      (Self.get, "END"), (post, "END"), (Self.get, "END"),
    ])
    #expect(answers.map { $0.hasPrefix("HTTP/1.1 200 ") } == [true, true, true])
    #expect(answers[1].hasSuffix("/p 3 END"))
    #expect(answers.allSatisfy { $0.contains("\r\nDate: ") && !$0.contains("Connection") })
    let last = "GET /last HTTP/1.1\r\nHost: a.localhost\r\nConnection: close\r\n\r\n"
    let pipelined = try await RawClient(port: server.port).untilClosed(sending: Self.get + post + last)
    #expect(pipelined.answers == 3)
    #expect(pipelined.hasSuffix("/last 0 END"))
    try await server.stop()
  }

  @Test func `closes where the client, its version or the route says so, and answers nothing after that`()
    async throws
  {
    let server = try await RunningServer { request, _ in
      let response = Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "END")))
      return request.uri.path == "/closing" ? response.closingConnection() : response
    }
    for request in [
      "GET / HTTP/1.1\r\nHost: a.localhost\r\nConnection: Close\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a.localhost\r\nConnection: te, close\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a.localhost\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
      "GET / HTTP/1.0\r\nHost: a.localhost\r\nConnection: keep-alive\r\n\r\n",
      "GET /closing HTTP/1.1\r\nHost: a.localhost\r\n\r\n",
    ] {
      let answer = try await RawClient(port: server.port).untilClosed(sending: request + Self.get)
      #expect(answer.answers == 1)
      #expect(answer.contains("\r\nConnection: close\r\n"))
      #expect(answer.hasSuffix("END"))
    }
    try await server.stop()
  }

  @Test func `HEAD and 204 have no body whatever the route gives`() async throws {
    let server = try await RunningServer { request, _ in
      let streamed = ResponseBody { writer in
        try await writer.write(ByteBuffer(string: "body"))
        try await writer.finish(nil)
      }
      return Response(status: request.uri.path == "/none" ? .noContent : .ok, body: streamed)
    }
    let answers = try await RawClient(port: server.port).converse([
      ("HEAD / HTTP/1.1\r\nHost: a.localhost\r\n\r\n", "\r\n\r\n"),
      ("GET /none HTTP/1.1\r\nHost: a.localhost\r\n\r\n", "\r\n\r\n"), (Self.get, "0\r\n\r\n"),
    ])
    #expect(answers.map { $0.components(separatedBy: "\r\n\r\n")[1] } == ["", "", "4\r\nbody\r\n0"])
    let old = try await RawClient(port: server.port).untilClosed(
      sending: "GET / HTTP/1.0\r\nHost: a.localhost\r\n\r\n")
    #expect(old.hasPrefix("HTTP/1.0 200 ") && old.hasSuffix("\r\n\r\nbody"))
    try await server.stop()
  }

  @Test func `a client that asks first is told to go on at once`() async throws {
    let server = try await hello()
    let post = "POST / HTTP/1.1\r\nHost: a.localhost\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"
    let answers = try await RawClient(port: server.port).converse([
      (post, "HTTP/1.1 100 Continue\r\n\r\n"), ("abc", "END"), (Self.get + post, "Continue\r\n\r\n"),
      ("abc", "END"),
    ])
    #expect(answers[0] == "HTTP/1.1 100 Continue\r\n\r\n")
    #expect(answers[1].hasSuffix("/ 3 END"))
    #expect(answers[2].contains("/ 0 END"))
    try await server.stop()
  }

  @Test func `an early refusal goes out whole, and a body without end is not read to its end`() async throws {
    let server = try await RunningServer(limits: RunningServer.limits()) { _, _ in
      Response(status: .contentTooLarge, body: .init(byteBuffer: ByteBuffer(string: "END")))
        .closingConnection()
    }
    let sent = Visits()
    let answer = try await RawClient(port: server.port).untilClosed { outbound in
      try await outbound.write(
        ByteBuffer(string: "POST / HTTP/1.1\r\nHost: a.localhost\r\nTransfer-Encoding: chunked\r\n\r\n"))
      let chunk = ByteBuffer(string: "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n")
      while true {
        try await outbound.write(chunk)
        sent.add("")
      }
    }
    #expect(answer.hasPrefix("HTTP/1.1 413 ") && answer.hasSuffix("END"))
    try await server.stop()
  }

  @Test func `a route that ignores a small body keeps the connection, one that ignores a large one does not`()
    async throws
  {
    let server = try await RunningServer { _, _ in
      Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "END")))
    }
    let small = "POST / HTTP/1.1\r\nHost: a.localhost\r\nContent-Length: 3\r\n\r\n"
    let answers = try await RawClient(port: server.port).converse([(small, "END"), ("abc" + Self.get, "END")])
    #expect(answers.map(\.answers) == [1, 1])
    let large = "POST / HTTP/1.1\r\nHost: a.localhost\r\nContent-Length: 1000000\r\n\r\n"
    let answer = try await RawClient(port: server.port).untilClosed(sending: large)
    #expect(answer.contains("\r\nConnection: close\r\n"))
    try await server.stop()
  }

  @Test func `a body may not exceed what no route allows, even without a length`() async throws {
    let limits = RunningServer.limits { $0.bodyBytes = 1_000 }
    let visits = Visits()
    let server = try await RunningServer(limits: limits) { request, _ in
      _ = try await request.body.collect(upTo: 1 << 20)
      visits.add("whole")
      return Response(status: .ok)
    }
    let chunk = "200\r\n" + String(repeating: "x", count: 0x200) + "\r\n"
    let answer = try await RawClient(port: server.port).untilClosed(
      sending: "POST / HTTP/1.1\r\nHost: a.localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk)
    #expect(answer.hasPrefix("HTTP/1.1 413 "))
    #expect(answer.answers == 1)
    #expect(visits.list == [])
    try await server.stop()
  }

  @Test func `a route that throws is answered with a problem that tells nothing`() async throws {
    struct Secret: Error { let password = "hunter2" }
    let server = try await RunningServer { _, _ in throw Secret() }
    let answers = try await RawClient(port: server.port).converse([(Self.get, "}"), (Self.get, "}")])
    #expect(answers[0].hasPrefix("HTTP/1.1 500 "))
    #expect(answers[0].contains("\"code\":\"internal_error\""))
    #expect(!answers[0].contains("hunter2"))
    #expect(answers[1].answers == 1)
    try await server.stop()
  }
}
