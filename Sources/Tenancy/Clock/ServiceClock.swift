package import Foundation
package import Postgres
import Synchronization

/// The time that every rule and every statement goes by: the machine's plus an offset that only the
/// operator may set.
package final class ServiceClock: Sendable {
  private let offset = Mutex<TimeInterval>(0)

  package init() {}

  package var now: Date {
    let now = Date().addingTimeInterval(offset.withLock { $0 })
    return Date(microseconds: now.microseconds)
  }

  /// Takes the offset that the control schema holds.
  /// - Returns: whether the clock may be moved forward.
  @discardableResult
  package func read(_ control: ControlDatabase) async throws -> Bool {
    try await control.withConnection { try await read($0) }
  }

  /// The same on a lease that the caller has.
  @discardableResult
  package func read(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    let row = try await lease.query("SELECT offset_microseconds, adjustable FROM clock")
      .first(as: (Int64, Bool).self)
    guard let (microseconds, adjustable) = row else { return false }
    set(microseconds: microseconds)
    return adjustable
  }

  package func set(microseconds: Int64) {
    offset.withLock { $0 = TimeInterval(microseconds) / 1_000_000 }
  }
}
