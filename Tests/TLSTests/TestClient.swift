import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import SwiftASN1
import X509

/// One TLS connection, which trusts one authority.
struct TestClient {
  /// The certificate that the server showed.
  let certificate: Certificate
  let version: TLSVersion
  private let stream: NIOAsyncChannel<ByteBuffer, ByteBuffer>

  init(port: Int, serverName: String?, authority: URL, maximum: TLSVersion? = nil) async throws {
    var settings = TLSConfiguration.makeClientConfiguration()
    settings.trustRoots = .file(authority.path)
    settings.minimumTLSVersion = .tlsv1
    settings.maximumTLSVersion = maximum
    // The name is compared by the tests: some connect on purpose by a name the certificate does not have.
    settings.certificateVerification = .noHostnameVerification
    let context = try NIOSSLContext(configuration: settings)
    let (stream, handshake) = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          let done = channel.eventLoop.makePromise(of: Void.self)
          try channel.pipeline.syncOperations.addHandlers([
            try NIOSSLClientHandler(context: context, serverHostname: serverName), HandshakeWaiter(done),
          ])
          let stream = try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
          return (stream, done.futureResult)
        }
      }
    self.stream = stream
    do {
      try await handshake.get()
    } catch {
      try? await stream.executeThenClose { _, _ in }
      throw error
    }
    let channel = stream.channel
    (self.certificate, self.version) = try await channel.eventLoop.submit {
      let tls = try channel.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self)
      return (try Certificate(derEncoded: tls.peerCertificate!.toDERBytes()), tls.tlsVersion!)
    }.get()
  }

  /// Host names of the certificate.
  var names: [String] {
    get throws {
      try certificate.extensions.subjectAlternativeNames?.compactMap { name in
        if case .dnsName(let host) = name { host } else { nil }
      } ?? []
    }
  }

  /// Sends a byte so many times, reads a line each time, and closes.
  func exchange(times: Int = 1, pause: Duration = .zero) async throws -> [String] {
    try await stream.executeThenClose { inbound, outbound in
      var answers: [String] = []
      var iterator = inbound.makeAsyncIterator()
      for _ in 0..<times {
        try await outbound.write(ByteBuffer(string: "?"))
        guard let answer = try await iterator.next() else { break }
        answers.append(String(buffer: answer).trimmingCharacters(in: .newlines))
        try await Task.sleep(for: pause)
      }
      return answers
    }
  }
}

private final class HandshakeWaiter: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let done: EventLoopPromise<Void>

  init(_ done: EventLoopPromise<Void>) {
    self.done = done
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case TLSUserEvent.handshakeCompleted? = event as? TLSUserEvent { done.succeed() }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    done.fail(error)
    context.fireErrorCaught(error)
  }

  func channelInactive(context: ChannelHandlerContext) {
    done.fail(ChannelError.eof)
    context.fireChannelInactive()
  }
}
