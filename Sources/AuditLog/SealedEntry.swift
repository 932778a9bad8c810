import Crypto
import Foundation
import Postgres
import StrictJSON

/// A leaf of the sealed log with the entry that it names.
struct SealedEntry: RowDecodable {
  let index: Int64
  private let entryID: UUID
  private let hash: [UInt8]
  private let sealedAt: Date
  private let entry: StoredEntry?

  init(row: inout Row) throws {
    index = try row.next()
    entryID = try row.next()
    hash = try row.next(Bytes.self).bytes
    sealedAt = try row.next()
    entry = try StoredEntry(optional: &row)
  }

  /// Leaves from one number on, with their entries.
  static func select(from index: Int64, limit: Int) -> SQL {
    """
    SELECT l.index, l.entry_id, l.hash, l.sealed_at, e.id, e.at, e.actor, e.role, e.action, e.subject_type,
           e.subject_id, e.rule_version, e.leaf
    FROM audit_leaf l LEFT JOIN audit_entry e ON e.id = l.entry_id
    WHERE l.index >= \(index) ORDER BY l.index LIMIT \(limit)
    """
  }

  /// - Parameters:
  ///   - expected: the number that comes next.
  ///   - before: the leaf before, nil for the first that is read.
  /// - Throws: `AuditVerification.Finding`.
  func check(expected: Int64, after before: SealedEntry?) throws {
    guard index == expected else {
      throw bad("it was removed from the sealed log; the next is \(index)", expected)
    }
    guard let entry else { throw bad("it was removed") }
    guard Array(SHA256.hash(data: [0] + entry.leaf)) == hash else {
      throw bad("it was changed after it was sealed")
    }
    do {
      try entry.check()
    } catch let finding as AuditVerification.Finding {
      throw bad(finding.reason)
    }
    try checkOrder(entry, after: before)
  }

  /// What the sealer sees to: batches follow one another in time, a batch is ordered by time and id, and nothing
  /// is sealed before it was written.
  private func checkOrder(_ entry: StoredEntry, after before: SealedEntry?) throws {
    guard entry.at <= sealedAt else { throw bad("it stands where an earlier entry was sealed") }
    guard let before, let last = before.entry else { return }
    guard before.sealedAt <= sealedAt else { throw bad("it was sealed before the one in front of it") }
    let isOrdered = (last.at, last.id.lowercased) < (entry.at, entry.id.lowercased)
    guard before.sealedAt < sealedAt || isOrdered else {
      throw bad("it stands in another place than it was given")
    }
  }

  private func bad(_ reason: String, _ number: Int64? = nil) -> AuditVerification.Finding {
    AuditVerification.Finding(index: number ?? index, entry: entryID, reason: reason)
  }
}

/// An entry as the table holds it.
struct StoredEntry: RowDecodable {
  let id: UUID
  let at: Date
  let columns: [String?]
  let leaf: [UInt8]

  init(row: inout Row) throws {
    guard let entry = try StoredEntry(optional: &row) else { throw DecodingFailure("an entry without id") }
    self = entry
  }

  /// Nil where an outer join found none.
  init?(optional row: inout Row) throws {
    let (id, at) = (try row.next(UUID?.self), try row.next(Date?.self))
    columns = [
      try row.next(String?.self), try row.next(String?.self), try row.next(String?.self),
      try row.next(String?.self), try row.next(String?.self), try row.next(String?.self),
    ]
    let leaf = try row.next(Bytes?.self)
    guard let id, let at, let leaf else { return nil }
    (self.id, self.at, self.leaf) = (id, at, leaf.bytes)
  }

  /// The bytes must be canonical and say what the columns say.
  func check() throws {
    guard let value = try? JSONValue(parsing: leaf) else {
      throw AuditVerification.Finding(entry: id, reason: "its bytes are not JSON")
    }
    guard value.canonical == leaf else {
      throw AuditVerification.Finding(entry: id, reason: "its bytes are not canonical")
    }
    let told: [String?] = [
      value["actor"]?.text, value["role"]?.text, value["action"]?.text, value["subject"]?["type"]?.text,
      value["subject"]?["id"]?.text, value["ruleVersion"]?.text,
    ]
    guard value["id"]?.text == id.lowercased, value["at"]?.int64 == at.microseconds, told == columns else {
      throw AuditVerification.Finding(entry: id, reason: "its columns and its bytes differ")
    }
  }
}
