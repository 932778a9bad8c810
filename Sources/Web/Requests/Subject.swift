import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import Tenancy

/// An object that a path names: it is looked for before the body is read, so that what is unknown, or not
/// the caller's to see, is 404 whatever the body says.
struct Subject: Sendable {
  /// The path parameter that holds the id.
  let parameter: String
  /// Reads what decides on visibility.
  let select: @Sendable (UUID) -> SQL
  /// Whether the caller sees the object; false where there is none.
  let isVisible: @Sendable (Result, Actor) throws -> Bool

  static let order = Subject(parameter: "id", select: OrderRecord.select) { result, actor in
    try result.first(OrderRecord.self)?.isVisible(to: actor) ?? false
  }

  /// An order on which one of the caller's roles may do this at all.
  static func order(for transition: OrderTransition) -> Subject {
    Subject(parameter: "id", select: OrderRecord.select) { result, actor in
      try result.first(OrderRecord.self)?.lets(actor, transition) ?? false
    }
  }

  /// A part of an order on which one of the caller's roles may do this at all.
  static func orderPart(for transition: OrderTransition) -> Subject {
    Subject(
      parameter: "partId", select: { OrderPart.order(of: $0) },
      isVisible: { result, actor in
        try result.first(OrderRecord.self)?.lets(actor, transition) ?? false
      })
  }

  /// The order of a dispute.
  static let dispute = Subject(
    parameter: "disputeId",
    select: {
      """
      \(OrderRecord.columns)
      WHERE o.id = (SELECT order_id FROM order_overlay WHERE id = \($0) AND kind = 'dispute_open')
      """
    },
    isVisible: { result, actor in
      try result.first(OrderRecord.self)?.isVisible(to: actor) ?? false
    })

  static let need = Subject(parameter: "id", select: NeedRow.select) { result, actor in
    try result.first(NeedRow.self)?.isVisible(to: actor) ?? false
  }

  /// A need on which the caller may do this at all.
  static func need(for transition: NeedTransition) -> Subject {
    Subject(parameter: "id", select: NeedRow.select) { result, actor in
      try result.first(NeedRow.self)?.lets(actor, transition) ?? false
    }
  }

  /// A draft of the rules; whoever may read drafts sees all of them.
  static let ruleDraft = Subject(
    parameter: "id", select: { "SELECT id FROM rule_draft WHERE id = \($0)" },
    isVisible: { result, _ in
      result.count == 1
    })

  static let sanctionCase = Subject(parameter: "id", select: SanctionCase.select) { result, actor in
    try result.first(SanctionCase.self)?.isVisible(to: actor) ?? false
  }

  /// A vendor's request for other lines of business, which officials answer.
  static let kbliRequest = Subject(
    parameter: "requestId", select: { "SELECT id FROM kbli_request WHERE id = \($0)" },
    isVisible: { result, actor in
      result.count == 1 && actor.isOfficial
    })

  static let debitAccount = Subject(parameter: "id", select: DebitAccount.select) { result, actor in
    try result.first(DebitAccount.self)?.isVisible(to: actor) ?? false
  }

  static let flag = Subject(parameter: "id", select: FlagRow.select) { result, actor in
    try result.first(FlagRow.self)?.isVisible(to: actor) ?? false
  }

  /// A flag on which the caller may do this at all.
  static func flag(for transition: FlagTransition) -> Subject {
    Subject(parameter: "id", select: FlagRow.select) { result, actor in
      try result.first(FlagRow.self)?.lets(actor, transition) ?? false
    }
  }

  static let package = Subject(
    parameter: "id",
    select: { "SELECT n.path, p.year FROM package p JOIN unit n ON n.id = p.unit_id WHERE p.id = \($0)" },
    isVisible: { result, actor in
      guard let (path, year) = try result.first(as: (SQLArray<String>, Int).self) else { return false }
      return actor.reaches(unitPath: path.elements, year: year)
    })

  static let office = Subject(
    parameter: "id",
    select: {
      """
      SELECT h.id FROM office_holding h JOIN app_user u ON u.id = h.user_id
      WHERE h.id = \($0) AND u.vendor_id IS NULL
      """
    },
    isVisible: { result, actor in
      result.count == 1 && actor.isOfficial
    })

  /// A vendor: an official sees all, a vendor's people their own.
  static let vendor = Subject(
    parameter: "id", select: { "SELECT id FROM vendor WHERE id = \($0)" },
    isVisible: { result, actor in
      guard let id = try result.scalar(UUID.self) else { return false }
      return actor.isOfficial || actor.vendorID == id
    })

  /// A product: a vendor's people see their own, verifiers all, other officials what is listed.
  static let product = Subject(
    parameter: "id", select: { "SELECT vendor_id, state = 'listed' FROM product WHERE id = \($0)" },
    isVisible: { result, actor in
      guard let (vendor, isListed) = try result.first(as: (UUID, Bool).self) else { return false }
      return actor.vendorID == vendor || actor.roles.contains(.verifier) || (actor.isOfficial && isListed)
    })

  /// A user: a province admin sees all, a vendor's owner those of the vendor.
  static let user = Subject(
    parameter: "id", select: { "SELECT vendor_id FROM app_user WHERE id = \($0)" },
    isVisible: { result, actor in
      guard result.count == 1 else { return false }
      if actor.roles.contains(.tenantAdmin) { return true }
      guard let own = actor.vendorID else { return false }
      return try result.scalar(UUID.self) == own
    })
}
