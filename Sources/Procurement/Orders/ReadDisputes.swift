import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The disputes of an order, newest first.
package struct ListDisputes: Sendable {
  package static let name = "disputes"

  private let order: UUID
  private let page: PageRequest

  package init(order: UUID, _ page: PageRequest) {
    self.order = order
    self.page = page
  }

  /// - Throws: `Refusal.notFound` for an order that is not the caller's to see.
  package func views(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [DisputeView] {
    let conditions: [SQL] = ["v.order_id = \(order)", "v.kind = 'dispute_open'"]
    let results = try await lease.pipeline([
      OrderRecord.select(order),
      try page.newest(DisputeRecord.columns, where: conditions, by: "v.at", "v.id"),
    ])
    guard try results[0].first(OrderRecord.self)?.isVisible(to: caller.actor) == true else {
      throw Refusal.notFound
    }
    return try await DisputeView.views(of: try results[1].rows(DisputeRecord.self), lease)
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    page.answer(try await views(caller, lease), item: \.json) {
      Cursor(list: Self.name, at: $0.dispute.at, id: $0.dispute.id)
    }
  }
}

/// One dispute.
package struct ReadDispute: Sendable {
  private let order: UUID
  private let id: UUID

  package init(_ id: UUID, order: UUID) {
    self.id = id
    self.order = order
  }

  /// - Throws: `Refusal.notFound`.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let results = try await lease.pipeline([
      OrderRecord.select(order),
      "\(DisputeRecord.columns) WHERE v.id = \(id) AND v.order_id = \(order) AND v.kind = 'dispute_open'",
    ])
    guard try results[0].first(OrderRecord.self)?.isVisible(to: caller.actor) == true,
      let dispute = try results[1].first(DisputeRecord.self),
      let view = try await DisputeView.views(of: [dispute], lease).first
    else { throw Refusal.notFound }
    return Answer(view.json)
  }

  private static let rupiah = Shape.nullable(.integer(min: 0))

  private static let entry = Shape.component(
    "DisputeEntry",
    .object([
      .required("id", .uuid), .required("kind", .oneOf(DisputeEntryKind.self)),
      .required("side", .oneOf(OrderSide.self)), .required("by", .name), .required("at", .dateTime),
      .required("outcome", .nullable(.oneOf(DisputeOutcome.self))), .required("amount", rupiah),
      .required("text", .note),
    ]))

  /// What the API answers about a dispute.
  package static let shape = Shape.component(
    "Dispute",
    .object([
      .required("id", .uuid), .required("orderId", .uuid),
      .required("state", .oneOf(["open", "answered", "closed"])),
      .required("turn", .nullable(.oneOf(["vendor", "province", "budget_owner"])), "Who has to act now."),
      .required("until", .nullable(.dateTime)),
      .required(
        "claim",
        .object([
          .required("side", .oneOf(OrderSide.self)), .required("by", .name), .required("at", .dateTime),
          .required("subject", .nullable(.oneOf(ComplaintSubject.self))),
          .required("reason", .nullable(.note)),
          .required("amount", rupiah),
        ])),
      .required(
        "answer",
        .nullable(
          .object([
            .required("by", .nullable(.name)), .required("at", .nullable(.dateTime)),
            .required("text", .note),
          ]))),
      .required("entries", .array(of: entry)), .required("evidence", .array(of: OrderShapes.attachment)),
      .required(
        "decision",
        .nullable(
          .object([
            .required("by", .nullable(.name)), .required("at", .nullable(.dateTime)),
            .required("outcome", .oneOf(DisputeOutcome.self)), .required("amount", rupiah),
            .required("text", .note), .required("effect", .any, "What the decision did to money and state."),
          ]))),
    ]))
}

/// What a complaint is about: the vendor's about the official, or the official's about the vendor.
package enum ComplaintSubject: String, Sendable, CaseIterable {
  /// The province pays late.
  case latePayment = "late_payment"
  /// Goods were refused, or nobody inspects them.
  case refusal
  case quality, quantity
  /// The vendor delivers late.
  case lateDelivery = "late_delivery"
  case price, other

  /// Whether that side can complain of it.
  func isOpen(to side: OrderSide) -> Bool {
    switch self {
    case .latePayment, .refusal: side == .vendor
    case .lateDelivery, .quality: side == .province
    case .quantity, .price, .other: true
    }
  }
}

/// What is said in a dispute.
package enum DisputeEntryKind: String, Sendable, CaseIterable {
  case statement, proposal
}
