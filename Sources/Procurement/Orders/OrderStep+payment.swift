import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// Money goes to the account of the acceptance; where the vendor has changed it since, or just before, the treasurer
  /// has to say why it is right.
  mutating func prepareRequest() throws {
    if let reference = body["reference"]?.text {
      detail.append(JSONMember(name: "reference", value: .string(reference)))
    }
    guard body["reason"]?.text == nil else { return }
    let cooling = order.vendorNow?.coolingEnd(at: caller.now)
    if situation.vendor.hasChangedBank { throw Refusal.waiting(code: "bank_account_changed", until: cooling) }
    if let cooling { throw Refusal.waiting(code: "bank_account_cooling", until: cooling) }
  }

  /// A vendor that is registered for VAT bills with the number of its tax invoice (faktur pajak).
  mutating func prepareInvoice() throws {
    let taxNumber = body["taxInvoiceNumber"]?.text
    if situation.vendor.isVatRegistered, taxNumber == nil {
      throw Refusal.invalid([FieldError("/taxInvoiceNumber", .required)])
    }
    changes.append(
      """
      invoice_number = \(body["number"]?.text), invoice_date = \(body["date"]?.day),
      tax_invoice_number = \(taxNumber), invoiced_at = \(caller.now)
      """)
    detail.append(JSONMember(name: "number", value: JSONValue(body["number"]?.text)))
  }

  /// The amount must be what the vendor is due; the reference is unique, so that a transfer counts once.
  mutating func preparePayment() throws {
    let due = order.money.netToVendor
    guard body["amount"]?.int64 == due.amount else {
      throw Refusal.invalid([
        FieldError(
          "/amount", .notOneOf,
          detail: Bilingual(
            id: "Jumlah harus sama dengan yang menjadi hak penyedia, Rp \(due.amount).",
            en: "The amount must be what the vendor is due, Rp \(due.amount)."))
      ])
    }
    changes.append(
      """
      payment_reference = \(body["reference"]?.text), paid_on = \(body["paidOn"]?.day),
      paid_amount = \(due), tax_deposits = \(deposits)
      """)
    detail.append(JSONMember(name: "reference", value: JSONValue(body["reference"]?.text)))
    detail.append(JSONMember(name: "amount", value: JSONValue(due)))
  }

  private var deposits: JSONB? {
    guard let deposits = body["taxDeposits"], !deposits.isNull else { return nil }
    return JSONB(deposits.encoded)
  }

  /// Before its time an order is closed with a reason only.
  func prepareClosing() throws {
    guard case .person = taker else { return }
    let isEarly =
      caller.now < (order.paidAt ?? caller.now) + OrderClosing.delay && situation.ratings.count < 2
    if isEarly, body["reason"]?.text == nil {
      throw Refusal.invalid([FieldError("/reason", .required)])
    }
  }
}
