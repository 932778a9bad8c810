import NIOCore
import NIOPosix
import NIOSSL
import TLS

/// A TLS server on a free port that answers every byte with the SNI name it saw, or `-`.
struct TestEndpoint {
  let port: Int
  private let channel: any Channel

  init(_ termination: TLSTermination) async throws {
    channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let name = ServerName()
          try termination.addHandlers(to: channel, name: name)
          try channel.pipeline.syncOperations.addHandler(NameTeller(name: name))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress!.port!
  }

  func close() async throws {
    try await channel.close().get()
  }
}

private final class NameTeller: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  let name: ServerName

  init(name: ServerName) {
    self.name = name
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let answer = context.channel.allocator.buffer(string: (name.value ?? "-") + "\n")
    context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
