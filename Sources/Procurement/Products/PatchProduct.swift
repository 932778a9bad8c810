import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A vendor's people change a product; a new price may send it back to curation.
package struct PatchProduct: Sendable {
  package static let shape = ProductContent.patch

  private let id: UUID
  private let patch: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    patch = body
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 422, 412, 409.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await refusingRepeatedSKU {
      try await write(lease, reading: [ProductRow.selectForUpdate(id)]) { transaction, results in
        guard let product = try results[0].first(ProductRow.self), product.vendorID == caller.actor.vendorID
        else { throw Refusal.notFound }
        let content = try patched(product.content, under: caller.rulebook)
        try write.checkPrecondition(version: product.version)
        let change = ProductChange(of: product, to: content, under: caller.rulebook)
        if change.members.isEmpty { return Answer(product.json(for: caller.actor), version: product.version) }
        for statement in writes(change, caller) { transaction.enqueue(statement) }
        let stored = try await transaction.query(ProductRow.select(id))
        guard let after = try stored.first(ProductRow.self) else { throw Refusal.notFound }
        return Answer(after.json(for: caller.actor), version: after.version)
      }
    }
  }

  /// The content with the patch put in; a new category settles the tax class anew where it can.
  func patched(_ content: ProductContent, under rulebook: Rulebook) throws -> ProductContent {
    let (body, errors) = ProductContent.shape.validate(content.json.merging(patch))
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    var patched = ProductContent(body: body)
    if patched.category != content.category, patch["taxClass"] == nil { patched.taxClass = nil }
    let (settled, refusals) = patched.settled(under: rulebook)
    guard refusals.isEmpty else { throw Refusal.invalid(refusals) }
    return settled
  }

  private func writes(_ change: ProductChange, _ caller: Caller) -> [SQL] {
    let author = caller.author([.vendorOwner, .vendorStaff])
    let told =
      [change.entry(by: author)?.insertion].compactMap { $0 }
      + (change.fact(by: author).map { [$0].insertions(at: caller.now) } ?? [])
    let contents = ProductContents(ids: [id], contents: [change.content])
    return told + [
      CategoryRows.insertion(caller.rulebook, only: change.content.category),
      contents.update(states: [change.state], at: caller.now),
    ]
  }
}
