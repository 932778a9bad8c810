import Hummingbird
import NIOCore
import Testing
import Web

@Suite(.timeLimit(.minutes(1))) struct ShutdownTests {
  @Test func `finishes what it has begun, says so, and ends what is idle`() async throws {
    let visits = Visits()
    let server = try await RunningServer { _, _ in
      visits.add("begun")
      while visits.list.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
      return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "END")))
    }
    let idle = try await RawClient(port: server.port)
    let busy = try await RawClient(port: server.port)
    async let nothing = idle.untilClosed()
    async let answer = busy.untilClosed(sending: ConnectionTests.get)
    while visits.list.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    async let stopped: Void = server.stop()
    #expect(try await nothing == "")
    visits.add("go on")
    let received = try await answer
    #expect(received.hasSuffix("END"))
    #expect(received.contains("\r\nConnection: close\r\n"))
    try await stopped
  }

  @Test func `what is sent already arrives whole`() async throws {
    let server = try await RunningServer { _, _ in
      Response(status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: 0x41, count: 16 << 20)))
    }
    let client = try await RawClient(port: server.port)
    let began = Visits()
    async let bytes = client.count(after: ConnectionTests.get) { piece in
      began.add("piece")
      if piece == 1 { try await Task.sleep(for: .milliseconds(100)) }
    }
    while began.list.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    try await server.stop()
    #expect(try await bytes > 16 << 20)
  }

  @Test func `ends an answer without end when its time is over`() async throws {
    var limits = ServerLimits()
    limits.shutdown = .milliseconds(200)
    let visits = Visits()
    let server = try await RunningServer(limits: limits) { _, _ in
      Response(
        status: .ok,
        body: ResponseBody { writer in
          while true {
            try await writer.write(ByteBuffer(string: "event\n"))
            visits.add("event")
            try await Task.sleep(for: .milliseconds(10))
          }
        })
    }
    let client = try await RawClient(port: server.port)
    async let answer = client.untilClosed(sending: ConnectionTests.get)
    while visits.list.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    try await server.stop()
    #expect(try await answer.contains("event"))
  }
}
