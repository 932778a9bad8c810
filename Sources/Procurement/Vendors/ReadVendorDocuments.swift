import AuditLog
import Authentication
package import EOrderRules
import Files
package import Foundation
package import Postgres
import StrictJSON

/// The papers of a vendor, newest first.
package struct ListVendorDocuments: Sendable {
  package static let name = "vendor-documents"

  private let vendor: UUID
  private let page: PageRequest

  package init(vendor: UUID, _ page: PageRequest) {
    self.vendor = vendor
    self.page = page
  }

  /// - Throws: `Refusal.notFound` for a vendor that is not the caller's to see.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let conditions: [SQL] = ["d.vendor_id = \(vendor)"]
    let results = try await lease.pipeline([
      VendorRow.select(vendor),
      try page.newest(VendorDocument.columns, where: conditions, by: "d.created_at", "d.id"),
    ])
    guard try results[0].first(VendorRow.self)?.isVisible(to: caller.actor) == true else {
      throw Refusal.notFound
    }
    return page.answer(try results[1].rows(VendorDocument.self), item: \.json) {
      Cursor(list: Self.name, at: $0.createdAt, id: $0.id)
    }
  }
}

/// One paper's bytes: for the vendor's own people, and, audited, for those who check and pay.
package struct ReadVendorDocument: Sendable {
  /// Papers show what is masked elsewhere.
  package static let readers: Set<Role> = [.verifier, .treasurer, .auditor]

  private let vendor: UUID
  private let document: UUID

  package init(vendor: UUID, document: UUID) {
    self.vendor = vendor
    self.document = document
  }

  /// - Throws: `Refusal.forbidden` for other officials; `Refusal.notFound`; `FileRefusal.damaged`.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> FileContent {
    let isOwn = caller.actor.vendorID == vendor
    if caller.actor.isOfficial, caller.actor.role(among: Self.readers) == nil { throw Refusal.forbidden }
    guard isOwn || caller.actor.isOfficial else { throw Refusal.notFound }
    let paper = try await lease.query(
      "\(VendorDocument.columns) WHERE d.vendor_id = \(vendor) AND d.id = \(document)"
    ).first(VendorDocument.self)
    guard let paper else { throw Refusal.notFound }
    if !isOwn {
      let entry = caller.author(Self.readers).entry(
        "vendor.read-document", subject: "vendor", id: vendor,
        detail: ["document": JSONValue(document), "kind": .string(paper.kind)])
      try await lease.transaction { $0.enqueue(entry.insertion) }
    }
    let chunks = try await lease.query(StoredFile.chunks(of: paper.fileID))
    return FileContent(
      bytes: try StoredFile.assemble(chunks, sha256: paper.sha256), mediaType: paper.mediaType)
  }
}
