import NIOCore
import NIOPosix
import NIOSSL

/// A socket whose bytes are those of the test, and nobody's idea of HTTP.
struct RawClient {
  private let stream: NIOAsyncChannel<ByteBuffer, ByteBuffer>

  init(port: Int, host: String = "127.0.0.1", serverName: String? = nil, tls: NIOSSLContext? = nil)
    async throws
  {
    stream = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: host, port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls {
            try channel.pipeline.syncOperations.addHandler(
              NIOSSLClientHandler(context: tls, serverHostname: serverName))
          }
          return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
      }
  }

  /// Everything that comes until the server closes, while the body sends what it likes.
  ///
  /// A socket that breaks under a sender is an end like any other.
  func untilClosed(
    _ send: @Sendable @escaping (NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws -> Void = { _ in }
  ) async throws -> String {
    try await stream.executeThenClose { inbound, outbound in
      await withTaskGroup(of: Void.self) { group in
        group.addTask { try? await send(outbound) }
        var received = ByteBuffer()
        do {
          for try await bytes in inbound { received.writeImmutableBuffer(bytes) }
        } catch {}
        group.cancelAll()
        return String(buffer: received)
      }
    }
  }

  func untilClosed(sending text: String) async throws -> String {
    try await untilClosed { try await $0.write(ByteBuffer(string: text)) }
  }

  /// How many bytes come until the server closes.
  ///
  /// - Parameters:
  ///   - halfClosing: whether the client says with its request that it will send nothing more.
  ///   - pause: called with the number of every piece before the next is read.
  func count(
    after text: String, halfClosing: Bool = false, _ pause: (Int) async throws -> Void
  ) async throws -> Int {
    try await stream.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(string: text))
      if halfClosing { outbound.finish() }
      var received = (bytes: 0, pieces: 0)
      for try await piece in inbound {
        received = (received.bytes + piece.readableBytes, received.pieces + 1)
        try await pause(received.pieces)
      }
      return received.bytes
    }
  }

  /// Sends one request after another, each when the answer before has ended with this text.
  func converse(_ requests: [(send: String, until: String)]) async throws -> [String] {
    try await stream.executeThenClose { inbound, outbound in
      var iterator = inbound.makeAsyncIterator()
      var answers: [String] = []
      for request in requests {
        try await outbound.write(ByteBuffer(string: request.send))
        var answer = ""
        while !answer.hasSuffix(request.until), let bytes = try await iterator.next() {
          answer += String(buffer: bytes)
        }
        answers.append(answer)
      }
      return answers
    }
  }

  /// Keeps the socket open without reading from it for as long as the closure runs.
  func silent<Value: Sendable>(
    after text: String, _ body: @Sendable (any Channel) async throws -> Value
  ) async throws -> Value {
    try await stream.channel.setOption(.autoRead, value: false).get()
    return try await stream.executeThenClose { _, outbound in
      try await outbound.write(ByteBuffer(string: text))
      return try await body(stream.channel)
    }
  }
}

extension String {
  /// How many answers stand in what was received.
  var answers: Int { split(separator: "HTTP/1.", omittingEmptySubsequences: false).count - 1 }
}
