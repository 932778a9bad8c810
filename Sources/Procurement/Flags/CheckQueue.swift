import Foundation
import Postgres

/// A queue of things to be looked at, each once; what cannot be looked at keeps nothing else waiting.
struct CheckQueue {
  let table: SQL
  /// The column that names an entry.
  let key: SQL
  /// What is read of an entry as it is taken out.
  let columns: SQL
  /// Entries of one transaction at most.
  let batch: Int

  /// Takes the entries out, a batch in a transaction. Where one fails, each is taken by itself, and what fails again
  /// stays for the next visit.
  /// - Throws: the last failure, after everything else had its turn; at once what may pass by itself, as a lost connection.
  func run(
    _ lease: borrowing some Lease & ~Copyable, _ look: (borrowing Transaction, Result) async throws -> Void
  ) async throws {
    var (size, left, failure) = (batch, [UUID](), (any Error)?.none)
    while let first = try await first(lease, besides: left) {
      do {
        try await lease.transaction { transaction in
          let taken = try await transaction.query(removal(of: size, besides: left))
          if taken.count > 0 { try await look(transaction, taken) }
        }
      } catch let error where (error as? PostgresError)?.isTransient != true {
        failure = error
        if size == 1 { left.append(first) } else { size = 1 }
      }
    }
    if let failure { throw failure }
  }

  private func first(
    _ lease: borrowing some Lease & ~Copyable, besides left: [UUID]
  ) async throws -> UUID? {
    try await lease.query(
      "SELECT \(key) FROM \(table) WHERE \(key) <> ALL (\(SQLArray(left))) ORDER BY \(key) LIMIT 1"
    ).scalar(UUID.self)
  }

  private func removal(of size: Int, besides left: [UUID]) -> SQL {
    """
    DELETE FROM \(table) WHERE \(key) IN (
      SELECT \(key) FROM \(table) WHERE \(key) <> ALL (\(SQLArray(left))) ORDER BY \(key) LIMIT \(size))
    RETURNING \(columns)
    """
  }
}
