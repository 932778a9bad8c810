import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// Requests for offers as vendors see them, and offers from the seal to the selection (domain.md §7.3).
enum OfferRoutes {
  static let all: [Route] = [requests, submit, list, withdraw, counter, answerCounter, select]

  private static let vendors: Set<Role> = [.vendorOwner, .vendorStaff]
  /// Officials who may look at the offers to a need.
  static let officials: Set<Role> = [
    .budgetOwner, .commitmentOfficer, .technicalOfficer, .procurementOfficer, .auditor,
  ]

  private static let requests = Route(
    .tenant, .get, "/requests-for-offers", name: "listRequestsForOffers", access: .roles(vendors),
    query: Paging.query + [.optional("open", .boolean, "Those that wait for offers only.")],
    answer: .list(VendorRequest.shape)
  ) { call in
    let list = ListRequests(
      onlyOpen: call.query["open"]?.bool ?? false, try call.page(ListRequests.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let submit = Route(
    .tenant, .post, "/needs/{id}/offers", name: "submitOffer",
    access: .roles(OfferTransition.submit.rule.roles), body: .json(OfferInput.shape),
    answer: .json(201, OfferView.shape), subject: .offersOfNeed, statuses: [409]
  ) { call in
    let submit = SubmitOffer(need: try call.id(), body: call.body, secret: call.services.sealing)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await submit(caller, call.write.blind, $0) })
  }

  private static let list = Route(
    .tenant, .get, "/needs/{id}/offers", name: "listOffers", access: .roles(vendors.union(officials)),
    query: Paging.query, answer: .list(OfferView.shape), subject: .offersOfNeed
  ) { call in
    let list = ListOffers(need: try call.id(), try call.page(ListOffers.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let withdraw = Route(
    .tenant, .post, "/offers/{id}/withdraw", name: "withdrawOffer",
    access: .roles(OfferTransition.withdraw.rule.roles), body: .json(WithdrawOffer.shape),
    answer: .json(200, OfferView.shape), subject: .offer(for: .withdraw), statuses: [409, 412]
  ) { call in
    let withdraw = WithdrawOffer(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await withdraw(caller, call.write, $0) })
  }

  private static let counter = Route(
    .tenant, .post, "/offers/{id}/counter", name: "counterOffer",
    access: .roles(OfferTransition.counter.rule.roles), body: .json(CounterOffer.shape),
    answer: .json(200, OfferView.shape), subject: .offer(for: .counter), statuses: [409, 412]
  ) { call in
    let counter = CounterOffer(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await counter(caller, call.write, $0) })
  }

  private static let answerCounter = Route(
    .tenant, .post, "/offers/{id}/answer-counter", name: "answerCounterOffer",
    access: .roles(OfferTransition.answerCounter.rule.roles), body: .json(AnswerCounter.shape),
    answer: .json(200, OfferView.shape), subject: .offer(for: .answerCounter), statuses: [409, 412]
  ) { call in
    let answer = AnswerCounter(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await answer(caller, call.write, $0) })
  }

  private static let select = Route(
    .tenant, .post, "/offers/{id}/select", name: "selectOffer",
    access: .roles(OfferTransition.select.rule.roles), body: .json(SelectOffer.shape),
    answer: .json(200, NeedView.shape), subject: .offer(for: .select), statuses: [409, 412]
  ) { call in
    let select = SelectOffer(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await select(caller, call.write, $0) })
  }
}
