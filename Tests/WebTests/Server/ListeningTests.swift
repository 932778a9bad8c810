import Foundation
import Hummingbird
import NIOCore
import Testing
import Web

@Suite(.timeLimit(.minutes(1))) struct ListeningTests {
  let tellFacts: WebServer.Answer = { _, source in
    let facts = source.connection
    let text = "\(facts.serverName ?? "-") \(facts.remoteAddress) \(facts.isTLS) \(source.traceId.count) END"
    return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  @Test func `tells the route the SNI name, the peer and whether there is TLS`() async throws {
    let tls = try TestCertificates()
    let secure = try await RunningServer(
      [ListenAddress(host: "127.0.0.1", port: 0)], tls: tls.termination, answer: tellFacts)
    for (name, told) in [
      ("Sumbar.localhost", "sumbar.localhost"), ("other.localhost", "other.localhost"), (nil, "-"),
    ] {
      let client = try await RawClient(port: secure.port, serverName: name, tls: tls.client)
      let answers = try await client.converse([(ConnectionTests.get, "END"), (ConnectionTests.get, "END")])
      #expect(answers.allSatisfy { $0.hasSuffix("\(told) 127.0.0.1 true 32 END") })
    }
    let plain = try await RunningServer(answer: tellFacts)
    let answers = try await RawClient(port: plain.port).converse([(ConnectionTests.get, "END")])
    #expect(answers[0].hasSuffix("- 127.0.0.1 false 32 END"))
    try await secure.stop()
    try await plain.stop()
  }

  @Test func `closes over TLS as without it`() async throws {
    let tls = try TestCertificates()
    let server = try await RunningServer(
      [ListenAddress(host: "127.0.0.1", port: 0)], tls: tls.termination, limits: RunningServer.limits()
    ) { _, _ in Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "END"))).closingConnection()
    }
    let client = try await RawClient(port: server.port, serverName: "sumbar.localhost", tls: tls.client)
    #expect(try await client.untilClosed(sending: ConnectionTests.get).hasSuffix("END"))
    let bad = try await RawClient(port: server.port, serverName: "sumbar.localhost", tls: tls.client)
    #expect(try await bad.untilClosed(sending: "nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
    try await server.stop()
  }

  @Test func `takes one free port on all its addresses and tells which`() async throws {
    let server = try await RunningServer(ListenAddress.loopback(port: 0, isTLS: false), answer: tellFacts)
    #expect(server.port > 0)
    #expect(Set(server.addresses.map(\.port)).count == 1)
    for address in server.addresses {
      let client = try await RawClient(port: address.port, host: address.host)
      #expect(try await client.converse([(ConnectionTests.get, "END")])[0].contains(" \(address.host) "))
    }
    try await server.stop()
  }

  @Test func `says which address is taken, and wants certificates for TLS`() async throws {
    let server = try await RunningServer(answer: tellFacts)
    let taken = [ListenAddress(host: "127.0.0.1", port: server.port, isTLS: false)]
    do {
      _ = try await RunningServer(taken, answer: tellFacts)
      Issue.record("listened twice")
    } catch {
      #expect("\(error)" == "Cannot listen on http://127.0.0.1:\(server.port): Address already in use.")
    }
    do {
      _ = try await RunningServer([ListenAddress(host: "127.0.0.1", port: 0)], answer: tellFacts)
      Issue.record("TLS without certificates")
    } catch {
      #expect("\(error)" == "Cannot listen on https://127.0.0.1:0: there are no certificates.")
    }
    try await server.stop()
  }

  @Test func `one peer has only so many connections, and room again when one closes`() async throws {
    var limits = ServerLimits()
    limits.connectionsPerAddress = 2
    let server = try await RunningServer(limits: limits, answer: tellFacts)
    let first = try await RawClient(port: server.port)
    let second = try await RawClient(port: server.port)
    try await second.silent(after: "") { _ in
      try await first.silent(after: "") { _ in
        let third = try await RawClient(port: server.port).untilClosed(sending: ConnectionTests.get)
        #expect(third == "")
      }
      var answer = ""
      while answer.isEmpty {
        answer = (try? await RawClient(port: server.port).converse([(ConnectionTests.get, "END")])[0]) ?? ""
      }
      #expect(answer.hasSuffix("END"))
    }
    try await server.stop()
  }

  @Test func `beyond the most connections at once a client waits until one closes`() async throws {
    var limits = ServerLimits()
    limits.connections = 1
    let server = try await RunningServer(limits: limits, answer: tellFacts)
    let first = try await RawClient(port: server.port)
    async let later = first.silent(after: "") { _ in
      try await withThrowingTaskGroup(of: String.self) { group in
        group.addTask {
          try await RawClient(port: server.port).converse([(ConnectionTests.get, "END")])[0]
        }
        group.addTask {
          try await Task.sleep(for: .milliseconds(200))
          return "still waiting"
        }
        let winner = try await group.next()!
        group.cancelAll()
        return winner
      }
    }
    #expect(try await later == "still waiting")
    let answer = try await RawClient(port: server.port).converse([(ConnectionTests.get, "END")])[0]
    #expect(answer.hasSuffix("END"))
    try await server.stop()
  }
}
