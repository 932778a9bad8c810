import AuditLog
import Crypto
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
package import Tenancy

/// One file on its way into a province: read whole, then taken whole or not at all.
package struct ImportRun: Sendable {
  /// Bytes of a file at most (50 MiB).
  package static let maximumSize = 50 * 1024 * 1024

  private let kind: ImportKind
  private let target: any ImportTarget
  private let context: ImportContext
  private let sha256: [UInt8]

  /// Reads a file; this alone takes its time, so do it before a transaction begins.
  /// - Throws: `Refusal.invalid` for what is no table of this kind.
  init(
    _ kind: ImportKind, _ bytes: [UInt8], by author: Author, under rulebook: Rulebook, traceKey: TraceKey?,
    linkKey: LinkKey? = nil, implied: [String: String] = [:]
  ) throws {
    self.kind = kind
    context = ImportContext(rulebook: rulebook, author: author, traceKey: traceKey, linkKey: linkKey)
    target = kind.target.init(try ImportTable(bytes, columns: kind.target.columns, implied: implied), context)
    sha256 = Array(SHA256.hash(data: bytes))
  }

  /// A file that the operator loads while a province joins.
  /// - Throws: `Refusal.invalid` for what is no table of this kind.
  package init(
    _ kind: ImportKind, _ bytes: [UInt8], operatorAt now: Date, under rulebook: Rulebook,
    traceKey: TraceKey? = nil
  ) throws {
    try self.init(
      kind, bytes, by: Author(operatorUnder: rulebook.version, now: now), under: rulebook, traceKey: traceKey)
  }

  /// What is read, and locked, in the first round trip.
  var reads: [SQL] { target.reads }

  /// Compares and writes; the statements of the last part go with COMMIT.
  /// - Throws: `Refusal.invalid` with what is wrong, row by row.
  func carryOut(
    _ transaction: borrowing Transaction, _ results: [Result], dryRun: Bool
  ) async throws -> ImportOutcome {
    let plan = try target.plan(results)
    do {
      try plan.errors.check()
    } catch let refusal as Refusal {
      throw RefusedFile(refusal: refusal, red: plan.red)
    }
    if dryRun { return ImportOutcome(counts: plan.counts, invitations: []) }
    for batch in plan.batches { _ = try await transaction.pipeline(batch()) }
    transaction.enqueue(entry(plan.counts).insertion)
    return ImportOutcome(counts: plan.counts, invitations: plan.invitations)
  }

  /// Takes the file in a transaction of its own.
  /// - Throws: `Refusal.invalid` with what is wrong, row by row, and then nothing has happened.
  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> ImportOutcome {
    do {
      return try await lease.transaction { transaction in
        try await carryOut(transaction, try await transaction.pipeline(reads), dryRun: false)
      }
    } catch let refused as RefusedFile {
      throw refused.refusal
    }
  }

  /// Keeps what a refused file leaves behind, in a transaction of its own.
  func keep(_ refused: RefusedFile, _ lease: borrowing some Lease & ~Copyable) async throws {
    guard !refused.red.isEmpty else { return }
    let statements = RedRow.record(refused.red, by: context.author)
    try await lease.transaction { transaction in
      for statement in statements { transaction.enqueue(statement) }
    }
  }

  private func entry(_ counts: ImportCounts) -> AuditEntry {
    context.author.entry(
      "import.\(kind.rawValue)", subject: "import", id: .version7(at: context.now),
      detail: counts.json.merging(["sha256": .string(hexadecimal(sha256))]))
  }
}

/// A file that was not taken, and the rows of it that stay on the red list.
struct RefusedFile: Error {
  let refusal: Refusal
  let red: [RedRow]
}

/// What a file came to.
package struct ImportOutcome: Sendable {
  package let counts: ImportCounts
  /// Links of officials who are new: for their letters, and never for an answer.
  package let invitations: [Invitation]
}
