import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import TLS

/// One connection from its first byte to its last.
struct Conversation: HTTPChannelHandler {
  typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  let settings: WebServer.Settings
  let isTLS: Bool
  let remoteAddress: String
  private let serverName = ServerName()

  init(settings: WebServer.Settings, isTLS: Bool, remoteAddress: String) {
    self.settings = settings
    self.isTLS = isTLS
    self.remoteAddress = remoteAddress
  }

  /// Builds the pipeline: meter, TLS, gate, parser, guard, and then the routes' end.
  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      let meter = WriteMeter()
      let gate = ByteGate()
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(meter)
      if isTLS, let tls = settings.tls { try tls.addHandlers(to: channel, name: serverName) }
      var encoding = HTTPResponseEncoder.Configuration()
      encoding.automaticallySetFramingHeaders = false
      try pipeline.addHandlers([
        gate, HTTPResponseEncoder(configuration: encoding),
        ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: settings.limits.parsing)),
        ConnectionGuard(
          limits: settings.limits, isTLS: isTLS, refusalFields: HTTPHeaders(settings.refusalFields),
          gate: gate,
          meter: meter, logger: logger),
        HTTP1ToHTTPServerCodec(secure: isTLS),
      ])
      return try Value(
        wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }
  }

  func handle(value: Value, logger: Logger) async {
    await handleHTTP(asyncChannel: value, logger: logger)
  }

  var responder: Responder {
    { request, writer, channel in
      let traceId = TraceId.random()
      var logger = settings.logger
      logger[metadataKey: "traceId"] = "\(traceId)"
      // Hummingbird's own name for it, which `RequestContext.id` cannot do without.
      logger[metadataKey: "hb.request.id"] = "\(traceId)"
      let facts = ConnectionFacts(
        serverName: serverName.value, remoteAddress: remoteAddress, isTLS: isTLS)
      let source = RequestSource(channel: channel, logger: logger, connection: facts, traceId: traceId)
      var response = try await answer(request, source)
      response.headers[.date] = HTTPDate.now()
      try await writer.write(response: response.head, body: response.body)
    }
  }

  /// A route answers its own errors; what gets past them is answered here and logged.
  private func answer(_ request: Request, _ source: RequestSource) async throws -> Response {
    do {
      return try await settings.answer(request, source)
    } catch let error as HTTPParserError {
      throw error
    } catch {
      source.logger.error("request failed", metadata: ["error": "\(error)"])
      return Response(refusal: .failure, to: request, traceId: source.traceId, fields: settings.refusalFields)
    }
  }
}

extension ServerLimits {
  var parsing: NIOHTTPDecoderLimitConfiguration {
    var parsing = NIOHTTPDecoderLimitConfiguration()
    parsing.maxHeaderFieldSize = headerFieldBytes
    parsing.maxHeaderListSize = headerBytes
    parsing.maxHeaderFieldCount = headerFields
    return parsing
  }
}
