package import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
package import TLS

/// HTTP/1.1 on any number of addresses, with or without TLS, for one responder.
///
/// Hummingbird's own `Application` binds one address and leaves most limits and all deadlines open.
package struct WebServer: Service {
  /// Answers one request.
  package typealias Answer = @Sendable (Request, RequestSource) async throws -> Response

  struct Settings: Sendable {
    let tls: TLSTermination?
    let limits: ServerLimits
    let refusalFields: HTTPFields
    let logger: Logger
    let answer: Answer
  }

  let addresses: [ListenAddress]
  let settings: Settings
  let onListening: @Sendable ([ListenAddress]) async -> Void

  /// - Parameters:
  ///   - addresses: where to listen; those with TLS need `tls`.
  ///   - refusalFields: header fields of every answer that the connection gives itself (HSTS and the like).
  ///   - onListening: told the addresses with their real ports once all of them take connections.
  package init(
    addresses: [ListenAddress], tls: TLSTermination? = nil, limits: ServerLimits = ServerLimits(),
    refusalFields: HTTPFields = HTTPFields(), logger: Logger,
    onListening: @escaping @Sendable ([ListenAddress]) async -> Void = { _ in },
    answer: @escaping Answer
  ) {
    self.addresses = addresses
    self.settings = Settings(
      tls: tls, limits: limits, refusalFields: refusalFields, logger: logger, answer: answer)
    self.onListening = onListening
  }

  /// The same for a router or any other responder whose context is made from a `RequestSource`.
  package init<Responder: HTTPResponder>(
    addresses: [ListenAddress], tls: TLSTermination? = nil, limits: ServerLimits = ServerLimits(),
    refusalFields: HTTPFields = HTTPFields(), logger: Logger,
    onListening: @escaping @Sendable ([ListenAddress]) async -> Void = { _ in },
    responder: Responder
  ) where Responder.Context: InitializableFromSource<RequestSource> {
    self.init(
      addresses: addresses, tls: tls, limits: limits, refusalFields: refusalFields, logger: logger,
      onListening: onListening
    ) { request, source in
      try await responder.respond(to: request, context: Responder.Context(source: source))
    }
  }

  /// Serves until the service group shuts down, and then until the last answer is out.
  package func run() async throws {
    let table = ConnectionTable(settings.limits)
    let (arrivals, arrival) = AsyncStream<Arrival>.makeStream()
    let listeners = try await Listeners(addresses, settings: settings, table: table, arrival: arrival)
    await onListening(listeners.addresses)
    // Outside the caller's task, whose cancellation would drop arrivals that nobody has taken up yet.
    let serving = Task { await serve(arrivals) }
    await withTaskCancellationHandler {
      await withGracefulShutdownHandler {
        await serving.value
      } onGracefulShutdown: {
        listeners.close()
        table.shutDown()
        arrival.finish()
      }
    } onCancel: {
      listeners.close()
      table.closeAll()
      arrival.finish()
    }
  }

  private func serve(_ arrivals: AsyncStream<Arrival>) async {
    await withDiscardingTaskGroup { group in
      for await arrival in arrivals {
        group.addTask {
          await arrival.conversation.handle(value: arrival.channel, logger: settings.logger)
        }
      }
    }
  }
}

/// A connection whose pipeline stands and whose requests wait to be answered.
struct Arrival: Sendable {
  let conversation: Conversation
  let channel: Conversation.Value
}
