import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// A verifier has looked at a paper that a vendor handed in after it was verified; from now on it counts.
package struct AcceptVendorDocument: Sendable {
  /// Who looks.
  package static let roles: Set<Role> = [.verifier]

  private let vendor: UUID
  private let document: UUID

  package init(vendor: UUID, document: UUID) {
    self.vendor = vendor
    self.document = document
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 409 `wrong_state` while the vendor is not verified, `paper_checked`
  ///   for one that counts already, `paper_ended` for one whose last day is over.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let own: SQL = "\(VendorDocument.columns) WHERE d.vendor_id = \(vendor) AND d.id = \(document)"
    return try await write(lease, reading: [VendorRow.selectForUpdate(vendor), own]) { transaction, results in
      guard let row = try results[0].first(VendorRow.self),
        let paper = try results[1].first(VendorDocument.self)
      else { throw Refusal.notFound }
      guard row.state == .verified else { throw Refusal.wrongState(row.state.rawValue) }
      if paper.checkedAt != nil { throw Refusal.conflict(code: "paper_checked", pointer: nil) }
      if paper.validUntil.map({ $0 < caller.today }) == true {
        throw Refusal.conflict(code: "paper_ended", pointer: nil)
      }
      let entry = caller.author(Self.roles).entry(
        "vendor.accept-document", subject: "vendor", id: vendor,
        detail: [
          "document": JSONValue(document), "kind": .string(paper.kind),
          "validUntil": JSONValue(paper.validUntil),
        ])
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        """
        INSERT INTO vendor_document_check (document_id, at, user_id, audit_id)
        VALUES (\(document), \(caller.now), \(caller.actor.userID), \(entry.id))
        """)
      transaction.enqueue(
        "UPDATE vendor SET wake_at = \(caller.now), version = version + 1 WHERE id = \(vendor)")
      guard let after = try await transaction.query(own).first(VendorDocument.self) else {
        throw Refusal.notFound
      }
      return Answer(after.json)
    }
  }
}
