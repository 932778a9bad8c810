import CLibPQ
import Logging

/// Takes the server's notices into the log at debug level; libpq would print them to standard error.
final class NoticeSink: Sendable {
  private let logger: Logger

  init(logger: Logger) { self.logger = logger }

  /// The sink must outlive the connection: the actor owns both.
  func attach(to connection: OpaquePointer) {
    PQsetNoticeProcessor(
      connection,
      { context, message in
        guard let context, let message else { return }
        let sink = Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue()
        sink.logger.debug("PostgreSQL notice", metadata: ["notice": "\(String(cString: message))"])
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}
