import CLibPQ
import Foundation

/// Lets a query be cancelled without ever hitting the innocent one that follows it.
///
/// A cancel request is sent only while its own query runs, and a query may not end while a request is
/// under way: it waits until libpq has returned, by when the server has signalled the backend.
/// `@unchecked Sendable`: `state` is touched only while `condition` is locked, and libpq documents
/// `PGcancel` as safe to use from any thread.
final class CancellationGate: @unchecked Sendable {
  /// One query's turn on the connection.
  struct Ticket: Sendable, Equatable { let number: UInt64 }

  private enum State: Equatable {
    case idle
    case running(Ticket)
    case cancelling(Ticket)
    case cancelled(Ticket)
  }

  private static let queue = DispatchQueue(label: "postgres.cancel", attributes: .concurrent)

  private let condition = NSCondition()
  private var state = State.idle
  private var issued: UInt64 = 0
  private var refused: Set<UInt64> = []
  private var request: OpaquePointer?

  func opened(_ connection: OpaquePointer) {
    request = PQgetCancel(connection)
  }

  deinit { PQfreeCancel(request) }

  func ticket() -> Ticket {
    condition.lock()
    defer { condition.unlock() }
    issued += 1
    return Ticket(number: issued)
  }

  /// - Throws: `CancellationError` where the ticket was cancelled before its turn came.
  func begin(_ ticket: Ticket) throws {
    condition.lock()
    defer { condition.unlock() }
    if refused.remove(ticket.number) != nil { throw CancellationError() }
    state = .running(ticket)
  }

  /// Ends the query's turn; waits for a cancel request that is under way.
  /// - Returns: whether a request was sent for it.
  func end(_ ticket: Ticket) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while state == .cancelling(ticket) { condition.wait() }
    let wasCancelled = state == .cancelled(ticket)
    state = .idle
    return wasCancelled
  }

  /// Forgets a ticket that will never begin.
  func discard(_ ticket: Ticket) {
    condition.lock()
    refused.remove(ticket.number)
    condition.unlock()
  }

  func cancel(_ ticket: Ticket) {
    condition.lock()
    defer { condition.unlock() }
    guard state == .running(ticket) else {
      refused.insert(ticket.number)
      return
    }
    state = .cancelling(ticket)
    Self.queue.async { [self] in send(ticket) }
  }

  private func send(_ ticket: Ticket) {
    var reason = [CChar](repeating: 0, count: 256)
    if let request { _ = PQcancel(request, &reason, Int32(reason.count)) }
    condition.lock()
    state = .cancelled(ticket)
    condition.broadcast()
    condition.unlock()
  }
}
