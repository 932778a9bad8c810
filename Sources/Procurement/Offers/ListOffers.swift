import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The offers for a need: officials see them compared once they are opened, a vendor its own.
package struct ListOffers: Sendable {
  package static let name = "offers"

  private let need: UUID
  private let page: PageRequest

  package init(need: UUID, _ page: PageRequest) {
    self.need = need
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    if caller.actor.isVendor { return try await own(caller, lease) }
    guard let need = try await lease.query(NeedRow.select(need)).first(NeedRow.self),
      need.isVisible(to: caller.actor)
    else { throw Refusal.notFound }
    let compared = try await NeedOffers(need, lease, caller)
    // Not even that somebody has offered is told before.
    let opened = compared.offers.filter { $0.offer.openedAt != nil }
    let histories = try await events(opened.map(\.offer.id), lease)
    let items = opened.map { assessed in
      (
        offer: assessed.offer,
        json: OfferView(assessed.offer, assessed.rounds, histories[assessed.offer.id] ?? [])
          .json(for: caller, assessed, rank: compared.rank(assessed.offer.id))
      )
    }
    return try answer(items)
  }

  /// A page of what is in its order already: behind the offer that the cursor names.
  private func answer(_ items: [(offer: OfferRow, json: JSONValue)]) throws -> Answer {
    var rest = items[...]
    if let cursor = try page.behind { rest = rest.drop { $0.offer.id != cursor.id }.dropFirst() }
    return page.answer(Array(rest), item: \.json) {
      Cursor(list: Self.name, at: $0.offer.submittedAt, id: $0.offer.id)
    }
  }

  private func own(_ caller: Caller, _ lease: borrowing some Lease & ~Copyable) async throws -> Answer {
    let rows = try await lease.query(
      """
      \(OfferRow.columns) WHERE r.need_id = \(need) AND f.vendor_id = \(caller.actor.vendorID)
      ORDER BY f.submitted_at DESC, f.id DESC LIMIT 100
      """
    ).rows(OfferRow.self)
    let histories = try await events(rows.map(\.id), lease)
    let rounds = try await lease.pipeline(rows.map { OfferRound.select(offer: $0.id) })
    let items = try zip(rows, rounds).map { offer, rounds in
      let view = OfferView(offer, try rounds.rows(OfferRound.self), histories[offer.id] ?? [])
      return (offer: offer, json: view.json(for: caller))
    }
    return try answer(items)
  }

  private func events(
    _ offers: [UUID], _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [UUID: [OfferEvent]] {
    guard !offers.isEmpty else { return [:] }
    return Dictionary(
      grouping: try await lease.query(OfferEvent.select(offers: offers)).rows(OfferEvent.self), by: \.offer)
  }
}

/// What a vendor sees of a request that asked it: what is wanted, where and until when; neither rivals nor the
/// own estimate.
package struct VendorRequest: RowDecodable, Sendable {
  let id: UUID
  let publishedAt: Date
  private let json: JSONValue

  package init(row: inout Row) throws {
    id = try row.next()
    publishedAt = try row.next()
    let need = try row.next(UUID.self)
    let (title, unit) = (try row.next(String.self), try row.next(String.self))
    let specification = try row.next(String?.self)
    let category = try row.next(String?.self)
    let quantity = try row.next(Int64?.self)
    let measure = try row.next(String?.self)
    let neededOn = try row.next(Day?.self)
    let (street, region) = (try row.next(String?.self), try row.next(String?.self))
    let deadline = try row.next(Date.self)
    let note = try row.next(String?.self)
    let isOpen = try row.next(Bool.self)
    let (offer, state) = (try row.next(UUID?.self), try row.next(String?.self))
    let receipt = try row.next(Bytes?.self)?.bytes
    let place: JSONValue =
      street.flatMap { street in
        region.map { ["street": .string(street), "regionCode": .string($0)] }
      } ?? .null
    json = [
      "id": JSONValue(id), "needId": JSONValue(need), "title": .string(title), "unitName": .string(unit),
      "specification": JSONValue(specification), "category": JSONValue(category),
      "quantity": JSONValue(quantity), "unitOfMeasure": JSONValue(measure), "neededOn": JSONValue(neededOn),
      "deliverTo": place, "publishedAt": JSONValue(publishedAt), "deadline": JSONValue(deadline),
      "note": JSONValue(note), "open": .bool(isOpen),
      "offer": offer.map {
        [
          "id": JSONValue($0), "state": JSONValue(state),
          "sha256": JSONValue(receipt.map { hexadecimal($0) }),
        ]
      } ?? .null,
    ]
  }

  static func columns(for vendor: UUID?, at now: Date) -> SQL {
    """
    SELECT r.id, r.published_at, d.id, d.title, n.name, d.specification, d.category, d.quantity, d.unit_of_measure,
           d.needed_on, d.street, d.region_code, r.deadline, r.note,
           d.request_id = r.id AND d.state = 'rfo_open' AND r.deadline > \(now), f.id, f.state, f.sha256
    FROM request_invitation i JOIN request_for_offers r ON r.id = i.request_id JOIN need d ON d.id = r.need_id
      JOIN unit n ON n.id = d.unit_id
      LEFT JOIN offer f ON f.request_id = r.id AND f.vendor_id = i.vendor_id AND f.state <> 'withdrawn'
    WHERE i.vendor_id = \(vendor)
    """
  }

  /// What the API shows of it.
  package static let shape = Shape.component(
    "RequestForOffers",
    .object([
      .required("id", .uuid), .required("needId", .uuid), .required("title", .name),
      .required("unitName", .text(max: 200)), .required("specification", .nullable(.description)),
      .required("category", .nullable(.text(max: 40))), .required("quantity", .nullable(.integer(min: 1))),
      .required("unitOfMeasure", .nullable(.text(max: 200))), .required("neededOn", .nullable(.date)),
      .required("deliverTo", .nullable(OrderInput.placeShape)), .required("publishedAt", .dateTime),
      .required("deadline", .dateTime), .required("note", .nullable(.note)), .required("open", .boolean),
      .required(
        "offer",
        .nullable(
          .object([
            .required("id", .uuid), .required("state", .oneOf(OfferState.self)),
            .required("sha256", .text(.sha256)),
          ])), "The vendor's own."),
    ]))

  package static func answer(_ row: VendorRequest) -> JSONValue { row.json }
}

/// The requests that asked the caller's vendor, newest first.
package struct ListRequests: Sendable {
  package static let name = "requests"

  private let onlyOpen: Bool
  private let need: UUID?
  private let page: PageRequest

  /// - Parameter need: the need whose requests are asked for; nil for all.
  package init(onlyOpen: Bool, need: UUID? = nil, _ page: PageRequest) {
    self.onlyOpen = onlyOpen
    self.need = need
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    var statement = VendorRequest.columns(for: caller.actor.vendorID, at: caller.now)
    if onlyOpen {
      statement =
        statement + " AND d.request_id = r.id AND d.state = 'rfo_open' AND r.deadline > \(caller.now)"
    }
    if let need { statement = statement + " AND d.id = \(need)" }
    if let cursor = try page.behind {
      statement = statement + " AND (r.published_at, r.id) < (\(cursor.at), \(cursor.id))"
    }
    let rows = try await lease.query(
      statement + " ORDER BY r.published_at DESC, r.id DESC LIMIT \(page.limit + 1)"
    ).rows(VendorRequest.self)
    return page.answer(rows, item: VendorRequest.answer) {
      Cursor(list: Self.name, at: $0.publishedAt, id: $0.id)
    }
  }
}
