import Foundation
import Postgres
import Tenancy

/// The clock of a development installation.
struct DevelopmentClock: Sendable {
  let installation: Installation

  /// Sets the clock; without an instant it goes on as it was, and nobody may move it.
  func set(to now: Date?) async throws {
    let isAdjustable = now != nil
    let offset = now.map { Int64(($0.timeIntervalSinceNow * 1_000_000).rounded()) }
    try await installation.withMigrator { connection in
      try await connection.transaction { transaction in
        transaction.enqueue(
          """
          UPDATE clock SET offset_microseconds = coalesce(\(offset), offset_microseconds), adjustable = \(isAdjustable)
          """)
      }
    }
  }
}
