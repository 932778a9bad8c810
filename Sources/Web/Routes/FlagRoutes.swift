import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// Red flags: the auditor's inbox, and what the commitment officer says to it (domain.md §7.6).
enum FlagRoutes {
  static let all: [Route] = [list, read] + transitions

  private static let list = Route(
    .tenant, .get, "/flags", name: "listFlags", access: .roles([.auditor]),
    query: Paging.query + [
      .optional("state", .oneOf(FlagState.self)), .optional("code", .oneOf(FlagView.codes)),
      .optional("orderId", .uuid), .optional("unitId", .uuid),
    ], answer: .list(FlagView.shape)
  ) { call in
    var filter = ListFlags.Filter()
    filter.state = call.query["state"]?.text.flatMap(FlagState.init)
    filter.code = call.query["code"]?.text
    filter.orderID = call.query["orderId"]?.uuid
    filter.unitID = call.query["unitId"]?.uuid
    let list = ListFlags(filter, try call.page(ListFlags.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/flags/{id}", name: "readFlag", access: .roles([.auditor, .commitmentOfficer]),
    answer: .json(200, FlagView.shape), subject: .flag
  ) { call in
    let read = ReadFlag(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let transitions: [Route] = FlagTransition.ofPeople.map { transition in
    Route(
      .tenant, .post, "/flags/{id}/\(transition.rawValue)", name: "\(transition)Flag",
      access: .roles(transition.rule.roles), body: .json(TransitionFlag.shape(transition)),
      answer: .json(200, FlagView.shape), subject: .flag(for: transition), statuses: [409, 412]
    ) { call in
      let step = TransitionFlag(try call.id(), transition, body: call.body)
      let caller = try call.caller
      return .answer(try await call.withTenant { try await step(caller, call.write, $0) })
    }
  }
}
