import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// A decision as it was kept.
struct KeptDecisionRow: RowDecodable, Sendable {
  let id: UUID
  let order: UUID
  let number: String?
  let at: Date
  let step: String
  let decision: [UInt8]
  let rules: [UInt8]
  private let facts: [UInt8]

  /// The columns below; the caller adds FROM order_decision d JOIN purchase_order o.
  static let columns: SQL = "d.id, d.order_id, o.number, d.at, d.step, d.decision, d.rules_sha256, d.facts"

  init(row: inout Row) throws {
    id = try row.next()
    order = try row.next()
    number = try row.next(String?.self)
    at = try row.next()
    step = try row.next()
    decision = Array(try row.next(String.self).utf8)
    rules = try row.next(Bytes.self).bytes
    facts = Array(try row.next(String.self).utf8)
  }

  /// What the decision looked at.
  /// - Throws: `Refusals` or `JSONSyntaxError` where this release cannot read it any more.
  func readFacts() throws -> OrderFacts { try OrderFacts(json: try JSONValue(parsing: facts)) }
}
