import EOrderRules
import Foundation
import Postgres
import StrictJSON

extension OrderTransition {
  /// What a step tells those who have to act next, or whom it ends something for.
  fileprivate var notice: NoticeKind? {
    switch self {
    case .submit: .orderSubmitted
    case .return: .orderReturned
    case .reject: .orderRejected
    case .issue, .reissue: .orderIssued
    case .withdraw: .orderWithdrawn
    case .accept: .orderAccepted
    case .decline: .orderDeclined
    case .expire: .orderExpired
    case .arrive: .orderDelivered
    case .inspectReject: .goodsRefused
    case .inspectOk: .orderHandedOver
    case .invoice: .orderInvoiced
    case .query: .invoiceQueried
    case .requestPayment: .paymentRequested
    case .approvePayment: .paymentApproved
    case .confirmPaid: .orderPaid
    case .terminate: .orderTerminated
    default: nil
    }
  }

  fileprivate func audience(of order: OrderRecord, officer: UUID?) -> [Notice.Audience] {
    switch self {
    case .submit, .accept, .decline, .expire: officer.map { [.holder($0, of: .commitmentOfficer)] } ?? []
    case .return, .reject: [.role(.procurementOfficer, unit: order.unitID)]
    case .arrive:
      [.role(.technicalOfficer, unit: order.unitID)]
        + (officer.map { [.holder($0, of: .commitmentOfficer)] } ?? [])
    case .invoice: [.role(.financeVerifier, unit: order.unitID), .role(.treasurer, unit: order.unitID)]
    case .requestPayment: [.role(.budgetOwner, unit: order.unitID)]
    case .approvePayment: [.role(.treasurer, unit: order.unitID)]
    default: [.vendor(order.vendorID)]
    }
  }

  /// The statements that tell of a step which was taken, not only proposed.
  func notices(of order: OrderRecord, officer: UUID?, number: String?, reason: String?, at now: Date) -> [SQL]
  {
    guard let notice else { return [] }
    let told = Notice(
      notice, about: .order(order.id),
      detail: [
        JSONMember(name: "number", value: JSONValue(number)),
        JSONMember(name: "vendorName", value: .string(order.vendorName)),
        JSONMember(name: "reason", value: JSONValue(reason)),
        JSONMember(name: "gross", value: JSONValue(order.money.gross)),
      ], at: now)
    return audience(of: order, officer: officer).map(told.insertion)
  }
}
