package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// Something besides orders and needs that waits for somebody.
package struct DeskMatter: RowDecodable, Sendable {
  /// What it is; the raw values stand in the queries.
  package enum Kind: String, Sendable, CaseIterable {
    /// A package without a commitment officer.
    case unassigned = "package"
    case flag, vendor, product
    /// A paper that a verified vendor has renewed.
    case paper
    /// A verified vendor's new bank account.
    case account = "bank_account"
    /// A verified vendor that asks for other lines of business.
    case lines = "kbli_request"
    case sanction = "sanction_case"
    case rules = "rule_draft"
    /// An official who was invited and has no password yet.
    case invited
    /// A budget line that a later version put below its commitments.
    case redLine = "red_line"
  }

  /// Rows of one kind that are read.
  static let most = 10

  package let kind: Kind
  package let id: UUID
  package let title: String
  package let about: String
  package let amount: Rupiah?
  package let dueAt: Date?
  package let since: Date
  /// Things of this kind that wait.
  package let ofKind: Int

  package init(row: inout Row) throws {
    kind = try row.code()
    id = try row.next()
    title = try row.next()
    about = try row.next()
    amount = try row.next(Rupiah?.self)
    dueAt = try row.next(Date?.self)
    since = try row.next()
    ofKind = try row.next()
  }
}
