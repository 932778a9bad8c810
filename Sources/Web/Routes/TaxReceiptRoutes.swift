import Authentication
import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// Proofs that the taxes of an order's payments were deposited.
enum TaxReceiptRoutes {
  static let all: [Route] = [list, record]

  private static let list = Route(
    .tenant, .get, "/orders/{id}/tax-receipts", name: "listTaxReceipts", access: .roles(OrderRoutes.readers),
    query: Paging.query, answer: .list(TaxReceipt.shape), subject: .order
  ) { call in
    let list = ListTaxReceipts(order: try call.id(), try call.page(ListTaxReceipts.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let record = Route(
    .tenant, .post, "/orders/{id}/tax-receipts", name: "recordTaxReceipt",
    access: .roles(RecordTaxReceipt.roles), body: .json(RecordTaxReceipt.shape),
    answer: .json(201, TaxReceipt.shape), subject: .order, statuses: [409, 412]
  ) { call in
    let record = RecordTaxReceipt(order: try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await record(caller, call.write, $0) })
  }
}
