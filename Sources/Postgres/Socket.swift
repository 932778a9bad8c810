import CLibPQ
import Foundation

/// Waits for a connection's socket on the connection's own thread.
struct Socket {
  let connection: OpaquePointer

  struct Readiness: OptionSet {
    let rawValue: Int16
    static let read = Readiness(rawValue: Int16(POLLIN))
    static let write = Readiness(rawValue: Int16(POLLOUT))
  }

  /// Blocks until the socket is ready.
  /// - Throws: `PostgresError(.timeout)` when the deadline passes first.
  func wait(_ interest: Readiness, until deadline: ContinuousClock.Instant) throws -> Readiness {
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw PostgresError(.timeout, message: "no answer before the deadline") }
      var entry = pollfd(fd: PQsocket(connection), events: interest.rawValue, revents: 0)
      let ready = poll(&entry, 1, left.milliseconds)
      if ready < 0 && errno != EINTR { throw PostgresError(.connectionLost, message: "poll failed") }
      if ready > 0 {
        let failed = entry.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0
        return failed ? [.read, .write] : Readiness(rawValue: entry.revents)
      }
    }
  }

  /// Brings an opened connection to the point where it takes statements.
  /// - Throws: `PostgresError(.unreachable)`; libpq's message names host and user, never the password.
  func shakeHands(until deadline: ContinuousClock.Instant) throws {
    var interest = Readiness.write
    while PQstatus(connection) != CONNECTION_BAD {
      // The descriptor may change with every step, so that `wait` asks for it anew each time.
      _ = try wait(interest, until: deadline)
      switch PQconnectPoll(connection) {
      case PGRES_POLLING_OK: return
      case PGRES_POLLING_READING: interest = .read
      case PGRES_POLLING_WRITING: interest = .write
      default: throw unreachable
      }
    }
    throw unreachable
  }

  private var unreachable: PostgresError {
    PostgresError(.unreachable, message: String(cString: PQerrorMessage(connection)))
  }

  /// Sends what libpq has buffered; reads meanwhile, so that both ends cannot block on writing.
  func flush(until deadline: ContinuousClock.Instant) throws {
    while true {
      switch PQflush(connection) {
      case 0: return
      case 1:
        if try wait([.read, .write], until: deadline).contains(.read) { try consume() }
      default: throw lost()
      }
    }
  }

  /// The next result, nil at the end of a statement's results.
  func nextResult(until deadline: ContinuousClock.Instant) throws -> OpaquePointer? {
    while PQisBusy(connection) == 1 {
      _ = try wait(.read, until: deadline)
      try consume()
    }
    return PQgetResult(connection)
  }

  func consume() throws {
    if PQconsumeInput(connection) == 0 { throw lost() }
  }

  func lost() -> PostgresError {
    PostgresError(.connectionLost, message: String(cString: PQerrorMessage(connection)))
  }
}

extension Duration {
  /// Whole milliseconds for `poll`, at least one so that a wait never spins.
  fileprivate var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(clamping: max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }
}
