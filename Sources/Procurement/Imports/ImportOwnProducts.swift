import Authentication
package import EOrderRules
import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// A vendor's people hand in a file of its own products: that of the province's import without the vendor's number.
package struct ImportOwnProducts: Sendable {
  /// Bytes of a file at most (1 MiB).
  package static let maximumSize = 1024 * 1024
  private static let number = "vendorNib"

  private let bytes: [UInt8]
  private let isDryRun: Bool

  package init(_ bytes: [UInt8], dryRun: Bool) {
    self.bytes = bytes
    isDryRun = dryRun
  }

  /// The header with one row as an example.
  package static func template(under rulebook: Rulebook) -> String {
    ImportTemplate(.products).csv(under: rulebook, implied: [number])
  }

  /// - Throws: `Refusal.invalid` at `/header/…` and `/rows/…`, all rows at once.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let own: SQL = "SELECT nib FROM vendor WHERE id = \(caller.actor.vendorID)"
    guard let nib = try await lease.query(own).scalar(String.self) else { throw Refusal.forbidden }
    let run = try ImportRun(
      .products, bytes, by: caller.author([.vendorOwner, .vendorStaff]), under: caller.rulebook,
      traceKey: nil, implied: [Self.number: nib])
    do {
      return try await (isDryRun ? Write() : write)(lease, reading: run.reads) { transaction, results in
        Answer(try await run.carryOut(transaction, results, dryRun: isDryRun).counts.json)
      }
    } catch let refused as RefusedFile {
      throw refused.refusal
    }
  }
}
