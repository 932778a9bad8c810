import CLibPQ
import Foundation
package import Logging

/// What a listening connection hears.
package enum Notification: Sendable, Equatable {
  case message(channel: String, payload: String)
  /// The connection was lost and is back; messages in between are gone.
  case reconnected
}

/// Channels that the service listens to.
package enum Channel: String, SQLName {
  /// A tenant was onboarded, suspended, resumed or changed its host.
  case tenantChanged = "tenant_changed"
  /// A tenant has something new for its workers.
  case tenantWork = "tenant_work"
}

/// One connection outside the pool that waits for notifications and comes back when it is lost.
package struct Listener: Sendable {
  private let target: ConnectionTarget
  private let channels: [Channel]
  private let logger: Logger

  package init(_ target: ConnectionTarget, channels: [Channel], logger: Logger) {
    self.target = target
    self.channels = channels
    self.logger = logger
  }

  /// Hands on notifications until the task is cancelled; reconnects with a growing pause.
  package func run(_ receive: @Sendable (Notification) async -> Void) async {
    var pause = Duration.milliseconds(100)
    var isFirst = true
    while !Task.isCancelled {
      do {
        let connection = try await Connection.open(target, logger: logger)
        for channel in channels { _ = try await connection.exchange(["LISTEN \(name: channel)"]) }
        if !isFirst { await receive(.reconnected) }
        isFirst = false
        pause = .milliseconds(100)
        while !Task.isCancelled {
          for notification in try await connection.notifications(within: .milliseconds(500)) {
            await receive(notification)
          }
        }
      } catch {
        logger.debug("listening connection lost", metadata: ["error": "\(error)"])
        try? await Task.sleep(for: pause)
        pause = min(pause * 2, .seconds(5))
      }
    }
  }
}

extension Connection {
  /// What has come already, or what comes within `patience`.
  func notifications(within patience: Duration) throws -> [Notification] {
    try outsidePipeline { socket in
      let waiting = drain(socket)
      if !waiting.isEmpty { return waiting }
      do {
        _ = try socket.wait(.read, until: .now + patience)
      } catch let error as PostgresError where error.kind == .timeout {
        return []
      }
      try socket.consume()
      return drain(socket)
    }
  }

  private func drain(_ socket: Socket) -> [Notification] {
    var received: [Notification] = []
    while let entry = PQnotifies(socket.connection) {
      received.append(
        .message(
          channel: String(cString: entry.pointee.relname), payload: String(cString: entry.pointee.extra)))
      PQfreemem(entry)
    }
    return received
  }
}
