import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON

/// Imported products of verified vendors are handed in and listed, each with its standard price.
struct ProductDemonstration: Sendable {
  let place: DemonstrationPlace
  let people: [DemonstrationPerson]

  private struct Draft: RowDecodable, Sendable {
    let id: UUID
    let vendor: UUID
    let isHandedIn: Bool
    let standardPriceCode: String?

    init(row: inout Row) throws {
      id = try row.next()
      vendor = try row.next()
      isHandedIn = try row.next()
      standardPriceCode = try row.next(String?.self)
    }
  }

  func run() async throws {
    let verifier = try people.first(.verifier)
    let owners = Dictionary(
      people.map(\.actor).filter { $0.roles.contains(.vendorOwner) }.compactMap { owner in
        owner.vendorID.map { ($0, owner) }
      }
    ) { first, _ in first }
    _ = try await concurrently(try await drafts(), width: 6) { draft in
      if !draft.isHandedIn, let owner = owners[draft.vendor] {
        try await step(TransitionProduct(draft.id, .submit, body: [:]), owner)
      }
      let body: JSONValue = ["standardPriceCode": draft.standardPriceCode.map { .string($0) } ?? .null]
      try await step(TransitionProduct(draft.id, .list, body: body), verifier)
    }
  }

  /// The standard price of a product has its category and unit, and its name is how the product's begins.
  private func drafts() async throws -> [Draft] {
    try await place.withConnection { lease in
      try await lease.query(
        """
        SELECT p.id, p.vendor_id, p.state = 'in_curation',
               (SELECT s.code FROM standard_price s
                WHERE s.category = p.category AND s.unit_of_measure = p.unit_of_measure
                  AND starts_with(lower(p.name), lower(s.name))
                ORDER BY length(s.name) DESC, s.code LIMIT 1)
        FROM product p JOIN vendor v ON v.id = p.vendor_id
        WHERE v.state = 'verified' AND p.state IN ('draft', 'in_curation') ORDER BY p.sku
        """
      ).rows(Draft.self)
    }
  }

  private func step(_ step: TransitionProduct, _ actor: Actor) async throws {
    try await place.withConnection { lease in _ = try await step(place.caller(actor), Write(), lease) }
  }
}
