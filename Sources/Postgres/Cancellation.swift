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

  /// How a query's turn ended.
  enum Ending: Equatable {
    case undisturbed
    case cancelled
    /// A request is under way and does not come to its end: it could hit whatever runs next.
    case overdue
  }

  private enum State: Equatable {
    case idle
    case running(Ticket)
    case cancelling(Ticket)
    case cancelled(Ticket)
  }

  private static let queue = DispatchQueue(label: "postgres.cancel", attributes: .concurrent)

  private let condition = NSCondition()
  private let grace: TimeInterval
  private let request: @Sendable (OpaquePointer?) -> Void
  private var state = State.idle
  private var issued: UInt64 = 0
  private var refused: Set<UInt64> = []
  private var target: OpaquePointer?

  /// - Parameters:
  ///   - grace: seconds that the end of a query waits for a request that is under way.
  ///   - request: asks the server, and returns when it has been told.
  init(
    grace: TimeInterval = 5,
    request: @escaping @Sendable (OpaquePointer?) -> Void = CancellationGate.askServer
  ) {
    self.grace = grace
    self.request = request
  }

  func opened(_ connection: OpaquePointer) {
    target = PQgetCancel(connection)
  }

  deinit { PQfreeCancel(target) }

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
  func end(_ ticket: Ticket) -> Ending {
    condition.lock()
    defer { condition.unlock() }
    let limit = Date(timeIntervalSinceNow: grace)
    while state == .cancelling(ticket) {
      guard condition.wait(until: limit) || state != .cancelling(ticket) else { return .overdue }
    }
    defer { state = .idle }
    return state == .cancelled(ticket) ? .cancelled : .undisturbed
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
    request(target)
    condition.lock()
    state = .cancelled(ticket)
    condition.broadcast()
    condition.unlock()
  }

  /// Cancels what runs outside a ticket; called on the connection's own thread, so nothing can follow
  /// before the server has been told.
  func cancelAtOnce() { request(target) }

  @Sendable private static func askServer(_ target: OpaquePointer?) {
    var reason = [CChar](repeating: 0, count: 256)
    if let target { _ = PQcancel(target, &reason, Int32(reason.count)) }
  }
}
