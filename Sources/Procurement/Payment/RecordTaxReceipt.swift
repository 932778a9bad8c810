import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The treasurer records that a tax of a payment was deposited, after the payment; what is recorded again counts from
/// then on.
package struct RecordTaxReceipt: Sendable {
  package static let roles: Set<Role> = [.treasurer]

  package static let shape = Shape.component(
    "TaxReceiptInput",
    .object([
      .required("code", .oneOf(TaxCode.self), "The tax that was deposited."),
      .required("ntpn", .text(.ntpn), "The number of the state's receipt (NTPN)."),
      .optional("withholdingSlip", .nullable(.text(max: 40)), "The number of the proof of withholding."),
      .optional("partId", .nullable(.uuid), "The part of the order that was paid by itself."),
    ]))

  private let order: UUID
  private let body: JSONValue

  package init(order: UUID, body: JSONValue) {
    self.order = order
    self.body = body
  }

  /// - Throws: `Refusal` in the order of api.md §2.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [OrderRecord.selectForUpdate(order), OrderPart.select(order: order)]
    return try await write(lease, reading: reads) { transaction, results in
      guard let record = try results[0].first(OrderRecord.self), record.isVisible(to: caller.actor),
        !record.effectiveRoles(of: caller.actor).isDisjoint(with: Self.roles)
      else { throw Refusal.notFound }
      try write.checkPrecondition(version: record.version)
      let receipt = try receipt(of: record, try results[1].rows(OrderPart.self), caller)
      let entry = caller.entry(
        "order.tax-receipt", role: .treasurer, subject: "order", id: order,
        detail: [
          "receipt": JSONValue(receipt.id), "code": .string(receipt.code.rawValue),
          "ntpn": .string(receipt.ntpn), "withholdingSlip": JSONValue(receipt.withholdingSlip),
          "partId": JSONValue(receipt.part),
        ])
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        """
        INSERT INTO tax_receipt (id, order_id, part_id, code, ntpn, withholding_slip, recorded_at, recorded_by,
          audit_id)
        VALUES (\(receipt.id), \(order), \(receipt.part), \(receipt.code.rawValue), \(receipt.ntpn),
          \(receipt.withholdingSlip), \(caller.now), \(caller.actor.userID), \(entry.id))
        """)
      transaction.enqueue(
        "UPDATE purchase_order SET version = version + 1, updated_at = \(caller.now) WHERE id = \(order)")
      return Answer(status: 201, receipt.json)
    }
  }

  /// - Throws: 409 before the payment, 422 for a tax that the treasurer does not deposit.
  private func receipt(of record: OrderRecord, _ parts: [OrderPart], _ caller: Caller) throws -> TaxReceipt {
    let part = try body["partId"]?.uuid.map { id in
      guard let part = parts.first(where: { $0.id == id && $0.isApart }) else {
        throw Refusal.invalid([FieldError("/partId", .notFound)])
      }
      return part
    }
    guard (part?.payment ?? (part == nil ? record.payment : nil))?.paidOn != nil else {
      throw Refusal.wrongState((part?.state ?? record.state).rawValue)
    }
    let taxes = part?.taxes.taxLines ?? record.taxes(without: parts)
    guard let code = body["code"]?.text.flatMap(TaxCode.init), record.terms.paymentMode != .kkpd,
      taxes.contains(where: { $0.code == code && $0.collectedBy == .treasurer && $0.amount > .zero })
    else {
      throw Refusal.invalid([
        FieldError(
          "/code", .notOneOf,
          detail: Bilingual(
            id: "Pajak ini tidak disetor bendahara dari pembayaran ini.",
            en: "The treasurer deposits no such tax of this payment."))
      ])
    }
    return TaxReceipt(
      order: order, part: part?.id, code: code, ntpn: body["ntpn"]?.text ?? "",
      withholdingSlip: body["withholdingSlip"]?.text, at: caller.now)
  }
}
