package import Foundation
package import Postgres

/// Recomputes the audit log of one tenant and compares it with the rows that it tells of.
package struct AuditVerification: Sendable {
  /// The first entry that does not hold, and why.
  package struct Finding: Error, Sendable, CustomStringConvertible {
    /// Its number in the sealed log; nil where it has none.
    package let index: Int64?
    package let entry: UUID?
    package let reason: String

    init(index: Int64? = nil, entry: UUID?, reason: String) {
      self.index = index
      self.entry = entry
      self.reason = reason
    }

    package var description: String {
      let names = [index.map(String.init), entry?.lowercased].compactMap(\.self)
      return "entry \(names.first ?? "")\(names.count > 1 ? " (\(names[1]))" : ""): \(reason)"
    }
  }

  private static let batch = 1000
  private static let mostWaiting = 100_000

  package init() {}

  /// Reads the sealed log from number `since` on, then what is not sealed yet, then the facts.
  /// - Parameters:
  ///   - since: the number of the first entry to be read; those before were verified earlier.
  ///   - progress: called after each batch with the number of entries so far.
  /// - Returns: the number of entries that hold, those before `since` included.
  /// - Throws: `Finding` for the first bad entry.
  package func run(
    _ lease: borrowing some Lease & ~Copyable, since: Int64 = 0, progress: (Int64) -> Void
  ) async throws -> Int64 {
    var next = since
    var last: SealedEntry?
    while true {
      let leaves = try await lease.query(SealedEntry.select(from: next, limit: Self.batch)).rows(
        SealedEntry.self)
      for leaf in leaves {
        try leaf.check(expected: next, after: last)
        next += 1
        last = leaf
      }
      progress(next)
      if leaves.count < Self.batch { break }
    }
    let waiting = try await checkWaiting(lease)
    if next == since { try await checkEnd(lease, waiting: waiting, since: since) }
    try await checkFacts(lease)
    return next + waiting
  }

  /// What was verified earlier has to be there still: a log that ends before it was cut off.
  private func checkEnd(_ lease: borrowing some Lease & ~Copyable, waiting: Int64, since: Int64) async throws
  {
    let sealed = try await lease.query("SELECT coalesce(max(index) + 1, 0) FROM audit_leaf").scalar(
      Int64.self)
    let end = (sealed ?? 0) + waiting
    guard end < since else { return }
    throw Finding(
      index: end, entry: nil, reason: "the log ends before it, though \(since) entries were verified")
  }

  /// Entries that no leaf names: the newest ones, which stand in the sealer's queue.
  private func checkWaiting(_ lease: borrowing some Lease & ~Copyable) async throws -> Int64 {
    let results = try await lease.pipeline([
      """
      SELECT e.id, 'it was never sealed and does not wait for it' FROM audit_entry e
      WHERE NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry_id = e.id)
        AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.entry_id = e.id)
      ORDER BY e.at, e.id LIMIT 1
      """,
      """
      SELECT u.entry_id, 'it was removed before it was sealed' FROM audit_unsealed u
      WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = u.entry_id) ORDER BY u.entry_id LIMIT 1
      """,
      """
      SELECT e.id, e.at, e.actor, e.role, e.action, e.subject_type, e.subject_id, e.rule_version, e.leaf
      FROM audit_unsealed u JOIN audit_entry e ON e.id = u.entry_id
      WHERE NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry_id = e.id)
      ORDER BY e.at, e.id LIMIT \(Self.mostWaiting)
      """,
    ])
    for result in results.prefix(2) { try throwFirst(result) }
    let entries = try results[2].rows(StoredEntry.self)
    for entry in entries { try entry.check() }
    return Int64(entries.count)
  }

  /// Every fact has its entry, and each entry tells what the fact says.
  private func checkFacts(_ lease: borrowing some Lease & ~Copyable) async throws {
    for result in try await lease.pipeline(AuditedFacts.all + AuditedFacts.offers) { try throwFirst(result) }
  }

  /// Rows of an entry and what is wrong with it.
  private func throwFirst(_ result: Result) throws {
    if let (entry, reason) = try result.first(as: (UUID, String).self) {
      throw Finding(entry: entry, reason: reason)
    }
  }
}
