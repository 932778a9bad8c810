import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// Needs, from preparation to the order that stands for them (domain.md §7.3).
enum NeedRoutes {
  static let all: [Route] = [create, list, read, chooseDirect, publish] + transitions

  /// Who reads needs.
  static let officials: Set<Role> = [
    .budgetOwner, .commitmentOfficer, .technicalOfficer, .procurementOfficer, .auditor,
  ]
  private static let readers = Access.roles(officials)

  private static let create = Route(
    .tenant, .post, "/needs", name: "createNeed", access: .roles(NeedTransition.create.rule.roles),
    body: .json(CreateNeed.shape), answer: .json(201, NeedView.shape)
  ) { call in
    let create = try CreateNeed(body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await create(caller, call.write, $0) })
  }

  private static let list = Route(
    .tenant, .get, "/needs", name: "listNeeds", access: readers,
    query: Paging.query + ListNeeds.Filter.query, answer: .list(NeedView.shape)
  ) { call in
    let filter = ListNeeds.Filter(query: call.query)
    let list = ListNeeds(filter, try call.page(filter.sort.list(ListNeeds.name)))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/needs/{id}", name: "readNeed", access: readers, answer: .json(200, NeedView.shape),
    subject: .need
  ) { call in
    let read = ReadNeed(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let chooseDirect = Route(
    .tenant, .post, "/needs/{id}/choose-direct", name: "chooseDirectNeed",
    access: .roles(NeedTransition.chooseDirect.rule.roles), body: .json(ChooseDirect.shape),
    answer: .json(200, NeedView.shape), subject: .need(for: .chooseDirect), statuses: [409, 412]
  ) { call in
    let choose = ChooseDirect(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await choose(caller, call.write, $0) })
  }

  private static let publish = Route(
    .tenant, .post, "/needs/{id}/publish-rfo", name: "publishRequestForOffers",
    access: .roles(NeedTransition.publish.rule.roles), body: .json(PublishRequest.shape),
    answer: .json(200, NeedView.shape), subject: .need(for: .publish), statuses: [409, 412]
  ) { call in
    let publish = PublishRequest(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await publish(caller, call.write, $0) })
  }

  private static let transitions: [Route] = [
    NeedTransition.prepare, .dispatch, .reopen, .reevaluate, .fail, .cancel,
  ].map { transition in
    Route(
      .tenant, .post, "/needs/{id}/\(transition.rawValue)", name: "\(transition)Need",
      access: .roles(transition.rule.roles), body: .json(TransitionNeed.shape(transition)),
      answer: .json(200, NeedView.shape), subject: .need(for: transition), statuses: [409, 412]
    ) { call in
      let step = TransitionNeed(try call.id(), transition, body: call.body)
      let caller = try call.caller
      return .answer(try await call.withTenant { try await step(caller, call.write, $0) })
    }.lookingIntoMeaning { call in
      let step = TransitionNeed(try call.id(), transition, body: call.body)
      let caller = try call.caller
      return try await call.withTenant { try await step.refusals(caller, $0) }
    }
  }
}
