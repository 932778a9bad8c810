package import EOrderRules
package import Postgres
package import StrictJSON
import Tenancy

/// The payment as the treasurer recorded it, and what its mode asked for until then.
package struct OrderPayment: RowDecodable, Sendable {
  package let reference: String?
  package let paidOn: Day?
  /// What the vendor is due: the price less the taxes that were kept.
  package let amount: Rupiah?
  /// The part of it that was set off against the penalty for lateness, and goes to the regional treasury.
  package let penalty: Rupiah?
  package let penaltyReference: String?
  /// The numbers that the mode of payment asks for.
  package let papers: JSONValue

  package init(row: inout Row) throws {
    reference = try row.next(String?.self)
    paidOn = try row.next(Day?.self)
    amount = try row.next(Rupiah?.self)
    penalty = try row.next(Rupiah?.self)
    penaltyReference = try row.next(String?.self)
    papers = try JSONValue(parsing: try row.next(JSONB.self).text)
  }

  /// What arrived on the vendor's account.
  package var transferred: Rupiah? {
    amount.map { Rupiah($0.amount - (penalty?.amount ?? 0)) }
  }

  /// Null until it was paid.
  var json: JSONValue {
    guard let reference, let paidOn else { return .null }
    return [
      "reference": .string(reference), "paidOn": JSONValue(paidOn), "amount": JSONValue(amount?.amount),
      "penalty": JSONValue(penalty ?? .zero), "transferred": JSONValue(transferred?.amount),
      "penaltyReference": JSONValue(penaltyReference),
    ]
  }
}
