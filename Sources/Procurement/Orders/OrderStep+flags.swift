import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON

extension OrderStep {
  /// What the decision of this step holds against the order, for the auditor; what was known before is renewed
  /// where its facts have changed.
  mutating func raiseFlags(_ decision: Decision, known: [FlagRow], officer: UUID?) {
    let subject = FlagSubject(
      unitID: order.unitID, orderID: order.id, vendorID: order.vendorID, packageID: order.packageID,
      needID: order.needID, officerID: officer, key: "order:\(order.id.lowercased)")
    let justification =
      transition == .submit ? nil : body["justification"]?.text ?? order.terms.justification
    for flag in decision.flags(of: subject) {
      extra += flag.statements(known.first(where: flag.isSame), justification: justification, caller)
    }
  }

  /// The finding that a hold names has to be about this order or its unit.
  /// - Throws: 422 at `/flagId`.
  func checkFlag(_ flag: UUID, _ transaction: borrowing Transaction) async throws {
    let found = try await transaction.query(
      "SELECT id FROM flag WHERE id = \(flag) AND (order_id = \(order.id) OR unit_id = \(order.unitID))")
    guard found.count == 1 else { throw Refusal.invalid([FieldError("/flagId", .notFound)]) }
  }
}
