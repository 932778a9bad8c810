import EOrderRules
package import Postgres
package import StrictJSON
import Tenancy

/// The province's administrator hands in a file.
package struct ImportFile: Sendable {
  package static let query: [ShapeField] = [
    .optional("dryRun", .boolean, "Only says what would be; nothing is stored.")
  ]

  private let kind: ImportKind
  private let bytes: [UInt8]
  private let isDryRun: Bool

  package init(_ kind: ImportKind, _ bytes: [UInt8], dryRun: Bool) {
    self.kind = kind
    self.bytes = bytes
    isDryRun = dryRun
  }

  /// - Throws: `Refusal.invalid` at `/header/…` and `/rows/…`, all rows at once.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let run = try ImportRun(
      kind, bytes, by: caller.author([.tenantAdmin]), under: caller.rulebook,
      traceKey: caller.tenant.traceKey, linkKey: caller.tenant.linkKey)
    let write = isDryRun ? Write() : write
    do {
      return try await write(lease, reading: run.reads) { transaction, results in
        let outcome = try await run.carryOut(transaction, results, dryRun: isDryRun)
        return Answer(outcome.counts.json)
      }
    } catch let refused as RefusedFile {
      if !isDryRun { try await run.keep(refused, lease) }
      throw refused.refusal
    }
  }
}
