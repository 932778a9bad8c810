import Glibc
import NIOCore
import Synchronization

/// Every open connection of a server, over all its addresses.
final class ConnectionTable: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var perPeer: [String: Int] = [:]
    var isEnding = false
  }

  private let state = Mutex(State())
  private let maximum: Int
  private let maximumPerPeer: Int

  init(_ limits: ServerLimits) {
    maximum = limits.connections
    maximumPerPeer = limits.connectionsPerAddress
  }

  /// Whether another connection may be accepted.
  var hasRoom: Bool {
    state.withLock { $0.channels.count < maximum }
  }

  /// Enters a new connection until it closes; false where its peer has too many, or the server is ending.
  func admit(_ channel: any Channel) -> Bool {
    let peer = Self.peer(channel.remoteAddress)
    let isAdmitted = state.withLock { state in
      guard !state.isEnding, state.channels.count < maximum, state.perPeer[peer, default: 0] < maximumPerPeer
      else { return false }
      state.channels[ObjectIdentifier(channel)] = channel
      state.perPeer[peer, default: 0] += 1
      return true
    }
    if isAdmitted {
      channel.closeFuture.whenComplete { _ in self.remove(channel, of: peer) }
    }
    return isAdmitted
  }

  /// Admits nobody any more and asks every connection to finish.
  func shutDown() {
    for channel in end() { channel.pipeline.fireUserInboundEventTriggered(ShutdownEvent()) }
  }

  /// Admits nobody any more and ends every connection where it stands.
  func closeAll() {
    for channel in end() { channel.close(promise: nil) }
  }

  private func end() -> [any Channel] {
    state.withLock { state in
      state.isEnding = true
      return Array(state.channels.values)
    }
  }

  private func remove(_ channel: any Channel, of peer: String) {
    state.withLock { state in
      state.channels[ObjectIdentifier(channel)] = nil
      let rest = state.perPeer[peer, default: 1] - 1
      state.perPeer[peer] = rest == 0 ? nil : rest
    }
  }

  /// What counts as one peer: an IPv4 address, or the half of an IPv6 address that a network is given.
  static func peer(_ address: SocketAddress?) -> String {
    switch address {
    case .v4: address?.ipAddress ?? ""
    case .v6: network(address?.ipAddress ?? "")
    case .unixDomainSocket, nil: ""
    }
  }

  private static func network(_ address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
    let isIPv4 = bytes.prefix(12).elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
    return (isIPv4 ? bytes.dropFirst(12) : bytes.prefix(8)).map { String($0) }.joined(separator: ".")
  }
}
