import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A sanction that was laid on a vendor (Perpres 16/2018 Art. 78–80); it stays in the history when it is over.
package struct VendorSanction: RowDecodable, Sendable {
  /// What the vendor may not do any more.
  package enum Kind: String, Sendable, CaseIterable {
    case suspension, blacklist

    init?(_ transition: VendorTransition) {
      switch transition {
      case .suspend: self = .suspension
      case .blacklist: self = .blacklist
      default: return nil
      }
    }
  }

  /// Where it comes from.
  package enum Origin: String, Sendable, CaseIterable {
    /// An office of the province.
    case office
    /// An order that was terminated.
    case sanctionCase = "case"
    /// The national blacklist.
    case national
  }

  let id: UUID
  let vendor: UUID
  let kind: Kind
  let origin: Origin
  let decree: String?
  let act: String?
  let reason: String?
  let from: Day
  let until: Day?
  let order: UUID?
  let userID: UUID?
  let entry: UUID
  let at: Date

  init(
    _ kind: Kind, _ origin: Origin, of vendor: UUID, decree: String?, act: String? = nil, reason: String?,
    from: Day, until: Day?, order: UUID? = nil, by userID: UUID?, entry: UUID, at: Date
  ) {
    id = .version7(at: at)
    self.vendor = vendor
    self.kind = kind
    self.origin = origin
    self.decree = decree
    self.act = act
    self.reason = reason
    self.from = from
    self.until = until
    self.order = order
    self.userID = userID
    self.entry = entry
    self.at = at
  }

  package init(row: inout Row) throws {
    id = try row.next()
    vendor = try row.next()
    kind = try row.code()
    origin = try row.code()
    decree = try row.next(String?.self)
    act = try row.next(String?.self)
    reason = try row.next(String?.self)
    from = try row.next()
    until = try row.next(Day?.self)
    order = try row.next(UUID?.self)
    userID = try row.next(UUID?.self)
    entry = try row.next()
    at = try row.next()
  }

  static let columns: SQL = """
    SELECT id, vendor_id, kind, origin, decree, act, reason, from_on, until_on, order_id, user_id, audit_id, at
    FROM vendor_sanction
    """

  var insertion: SQL {
    """
    INSERT INTO vendor_sanction (id, vendor_id, kind, origin, decree, act, reason, from_on, until_on, order_id, user_id,
      audit_id, at)
    VALUES (\(id), \(vendor), \(kind.rawValue), \(origin.rawValue), \(decree), \(act), \(reason),
      \(from), \(until), \(order), \(userID), \(entry), \(at))
    """
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "kind": .string(kind.rawValue), "origin": .string(origin.rawValue),
      "decree": JSONValue(decree), "act": JSONValue(act), "reason": JSONValue(reason),
      "from": JSONValue(from),
      "until": JSONValue(until), "orderId": JSONValue(order), "at": JSONValue(at),
    ]
  }

  /// What the API shows of a sanction.
  package static let shape = Shape.component(
    "Sanction",
    .object([
      .required("id", .uuid), .required("kind", .oneOf(Kind.self)), .required("origin", .oneOf(Origin.self)),
      .required("decree", .nullable(.name)), .required("act", .nullable(.text(max: 500))),
      .required("reason", .nullable(.note)), .required("from", .date), .required("until", .nullable(.date)),
      .required("orderId", .nullable(.uuid)), .required("at", .dateTime),
    ]))
}

/// The sanctions that a vendor ever had, newest first; for officials and for the vendor itself.
package struct ListSanctions: Sendable {
  package static let name = "sanctions"

  private let vendor: UUID
  private let page: PageRequest

  package init(vendor: UUID, _ page: PageRequest) {
    self.vendor = vendor
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let conditions: [SQL] = ["vendor_id = \(vendor)"]
    let rows = try await lease.query(
      try page.newest(VendorSanction.columns, where: conditions, by: "at", "id")
    ).rows(VendorSanction.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, at: $0.at, id: $0.id) }
  }
}
