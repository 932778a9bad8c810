import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// Disputes of an order: claim, answer, what was said and shown, decision. They are opened, answered and closed by
/// transitions of the order.
enum DisputeRoutes {
  static let all: [Route] = [list, read, add]

  private static let readers: Set<Role> = [
    .budgetOwner, .commitmentOfficer, .technicalOfficer, .procurementOfficer, .treasurer, .financeVerifier,
    .goodsKeeper, .vendorOwner, .vendorStaff, .auditor,
  ]

  private static let list = Route(
    .tenant, .get, "/orders/{id}/disputes", name: "listDisputes", access: .roles(readers),
    query: Paging.query,
    answer: .list(ReadDispute.shape), subject: .order
  ) { call in
    let list = ListDisputes(order: try call.id(), try call.page(ListDisputes.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/orders/{id}/disputes/{disputeId}", name: "readDispute", access: .roles(readers),
    answer: .json(200, ReadDispute.shape), subject: .dispute
  ) { call in
    let read = ReadDispute(try call.id("disputeId"), order: try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let add = Route(
    .tenant, .post, "/orders/{id}/disputes/{disputeId}/entries", name: "addDisputeEntry",
    access: .roles(AddDisputeEntry.roles), body: .json(AddDisputeEntry.shape),
    answer: .json(201, ReadDispute.shape), subject: .dispute, statuses: [409]
  ) { call in
    let add = try AddDisputeEntry(order: try call.id(), dispute: try call.id("disputeId"), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await add(caller, call.write, $0) })
  }
}
