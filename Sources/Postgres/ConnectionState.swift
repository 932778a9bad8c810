import CLibPQ
import Foundation
import Synchronization

/// What a connection was found to be after its last exchange, readable from any thread, so that the
/// pool need not visit the connection's own.
final class ConnectionState: Sendable {
  private enum Condition: Int {
    case unusable
    case idle
    case inTransaction
  }

  private let condition = Atomic(Condition.unusable.rawValue)
  private let descriptor = Atomic<Int32>(-1)

  /// Called on the connection's thread whenever it may have changed.
  func note(_ connection: OpaquePointer?, broken: Bool) {
    descriptor.store(connection.map(PQsocket) ?? -1, ordering: .relaxed)
    condition.store(Self.condition(of: connection, broken: broken).rawValue, ordering: .releasing)
  }

  private static func condition(of connection: OpaquePointer?, broken: Bool) -> Condition {
    guard let connection, !broken, PQstatus(connection) == CONNECTION_OK else { return .unusable }
    return PQtransactionStatus(connection) == PQTRANS_IDLE ? .idle : .inTransaction
  }

  /// Whether the connection may be lent: open, in no transaction, and the server has not closed it.
  var isReusable: Bool {
    condition.load(ordering: .acquiring) == Condition.idle.rawValue && isSilent
  }

  /// Whether a transaction is open, failed or not.
  var isInTransaction: Bool {
    condition.load(ordering: .acquiring) == Condition.inTransaction.rawValue
  }

  /// Bytes on a connection that nobody asked anything are a farewell.
  private var isSilent: Bool {
    var entry = pollfd(fd: descriptor.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) == 0
  }
}
