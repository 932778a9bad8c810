import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Procurement
import ServiceLifecycle
import StrictJSON

/// One open stream of Server-Sent Events (WHATWG HTML §9.2): what is sent, and how it ends.
struct EventFeed: Sendable {
  /// Whoever does not take so many pieces loses the stream and goes on from the last one it took.
  static let buffered = 128

  let pieces: AsyncStream<[UInt8]>
  let close: @Sendable () -> Void

  /// - Parameter fields: of every answer of its kind.
  /// - Parameter sendsBody: false for HEAD.
  func response(_ fields: HTTPFields, sendsBody: Bool) -> Response {
    var fields = fields
    fields[.contentType] = "text/event-stream"
    fields[.cacheControl] = "private, no-store, no-transform"
    // Proxies that gather an answer before they pass it on would hold it for ever.
    fields[.accelBuffering] = "no"
    guard sendsBody else {
      close()
      return Response(status: .ok, headers: fields)
    }
    return Response(status: .ok, headers: fields, body: body)
  }

  private var body: ResponseBody {
    ResponseBody { writer in
      defer { close() }
      try await withGracefulShutdownHandler {
        for await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
      } onGracefulShutdown: {
        close()
      }
      try await writer.finish(nil)
    }
  }
}

/// Pieces of a stream.
enum EventPiece {
  /// Sent while nothing happens, so that nobody between takes the stream for dead.
  static let heartbeat = Array(": \n\n".utf8)
  /// How long a client waits before it comes back.
  static let retry = Array("retry: 3000\n\n".utf8)

  static func notification(_ notice: NoticeRow, in language: Language) -> [UInt8] {
    let data = notice.json(NoticeText(of: notice).sentence(in: language)).encoded
    return Array("id: \(notice.id.uuidString.lowercased())\nevent: notification\ndata: ".utf8) + data
      + Array("\n\n".utf8)
  }

  static func unread(_ count: Int) -> [UInt8] {
    Array("event: unread\ndata: {\"count\":\(count)}\n\n".utf8)
  }
}

extension HTTPField.Name {
  fileprivate static let accelBuffering = Self("X-Accel-Buffering")!
  static let lastEventID = Self("Last-Event-ID")!
}
