import Logging
import NIOCore
import NIOPosix

/// The listening sockets of a server.
struct Listeners: Sendable {
  /// In the order asked for, with real ports, without those that this machine does not have.
  let addresses: [ListenAddress]
  private let channels: [any Channel]

  /// Listens on all of the addresses or on none.
  init(
    _ wanted: [ListenAddress], settings: WebServer.Settings, table: ConnectionTable,
    arrival: AsyncStream<Arrival>.Continuation
  ) async throws {
    if let secure = wanted.first(where: \.isTLS), settings.tls == nil {
      throw ListenFailure(address: secure, reason: "there are no certificates")
    }
    // A port that is free on one address may be taken on the next; then another is tried.
    var attempts = wanted.contains { $0.port == 0 } ? 10 : 1
    while true {
      attempts -= 1
      var bound: [(ListenAddress, any Channel)] = []
      do {
        try await Self.bind(wanted, to: &bound, settings: settings, table: table, arrival: arrival)
        addresses = bound.map(\.0)
        channels = bound.map(\.1)
        return
      } catch {
        for (_, channel) in bound { try? await channel.close() }
        guard attempts > 0, error.isPortTaken else { throw error }
      }
    }
  }

  /// Takes no more connections; those taken live on.
  func close() {
    for channel in channels { channel.close(promise: nil) }
  }

  private static func bind(
    _ wanted: [ListenAddress], to bound: inout [(ListenAddress, any Channel)], settings: WebServer.Settings,
    table: ConnectionTable, arrival: AsyncStream<Arrival>.Continuation
  ) async throws(ListenFailure) {
    var freePort: [Bool: Int] = [:]
    for address in wanted {
      var address = address
      if address.port == 0, let shared = freePort[address.isTLS] { address.port = shared }
      do {
        let channel = try await bootstrap(address, settings: settings, table: table, arrival: arrival)
          .bind(to: SocketAddress(ipAddress: address.host, port: address.port)).get()
        if address.port == 0 { freePort[address.isTLS] = channel.localAddress?.port }
        address.port = channel.localAddress?.port ?? address.port
        bound.append((address, channel))
      } catch {
        let failure = ListenFailure(address: address, error: error)
        guard address.isOptional, failure.isAddressMissing else { throw failure }
        settings.logger.notice("not listening", metadata: ["reason": "\(failure)"])
      }
    }
    if bound.isEmpty, let first = wanted.first {
      throw ListenFailure(address: first, reason: "this machine has no such address")
    }
  }

  private static func bootstrap(
    _ address: ListenAddress, settings: WebServer.Settings, table: ConnectionTable,
    arrival: AsyncStream<Arrival>.Continuation
  ) -> ServerBootstrap {
    let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // One at a time, so that the gate is asked before each.
      .serverChannelOption(.maxMessagesPerRead, value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(AcceptGate(table, logger: settings.logger))
        }
      }
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        let conversation = Conversation(
          settings: settings, isTLS: address.isTLS, remoteAddress: channel.remoteAddress?.ipAddress ?? "")
        return conversation.setup(channel: channel, logger: settings.logger).flatMapThrowing { wrapped in
          let taken = arrival.yield(Arrival(conversation: conversation, channel: wrapped))
          // The stream has ended: the server has, too. Failing here closes the connection.
          if case .terminated = taken { throw ChannelError.ioOnClosedChannel }
        }
      }
    // Without this [::] would take the IPv4 port as well, and 0.0.0.0 beside it would fail.
    return address.host.contains(":")
      ? bootstrap.serverChannelOption(
        ChannelOptions.Types.SocketOption(level: .ipv6, name: .ipv6_v6only), value: 1)
      : bootstrap
  }
}
