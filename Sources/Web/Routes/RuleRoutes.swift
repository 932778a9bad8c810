import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON
import Tenancy

/// The rules of a province, and how two people change them (domain.md §7.7).
enum RuleRoutes {
  static let all: [Route] = [read, create, list, readDraft, simulate, approve, discard]

  private static let readers = Access.roles([.tenantAdmin, .ruleApprover, .auditor])

  private static let read = Route(
    .tenant, .get, "/rules", name: "readRules", access: readers,
    query: [.optional("unitId", .uuid, "The unit whose rules are asked for; the province's where absent.")],
    answer: .json(200, RulesInForce.shape)
  ) { call in
    let rules = RulesInForce(ofUnit: call.query["unitId"]?.uuid, history: try await history(call))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await rules(caller, $0) })
  }

  private static let create = Route(
    .tenant, .post, "/rules/drafts", name: "createRuleDraft",
    access: .roles(RuleDraftTransition.create.rule.roles), body: .json(RuleProposal.shape),
    answer: .json(201, RuleDraftView.shape)
  ) { call in
    let create = CreateRuleDraft(body: call.body, after: try await history(call))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await create(caller, call.write, $0) })
  }

  private static let list = Route(
    .tenant, .get, "/rules/drafts", name: "listRuleDrafts", access: readers,
    query: Paging.query + [.optional("state", .oneOf(RuleDraftState.self))],
    answer: .list(RuleDraftView.itemShape)
  ) { call in
    let list = ListRuleDrafts(
      state: call.query["state"]?.text.flatMap(RuleDraftState.init), try call.page(ListRuleDrafts.name))
    return .answer(try await call.withTenant { try await list($0) })
  }

  private static let readDraft = Route(
    .tenant, .get, "/rules/drafts/{id}", name: "readRuleDraft", access: readers,
    answer: .json(200, RuleDraftView.shape), subject: .ruleDraft
  ) { call in
    let read = ReadRuleDraft(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let simulate = Route(
    .tenant, .post, "/rules/drafts/{id}/simulate", name: "simulateRuleDraft",
    access: .roles(RuleDraftTransition.simulate.rule.roles), body: .json(SimulateRules.shape),
    answer: .json(200, RuleSimulation.shape), subject: .ruleDraft, statuses: [409, 412]
  ) { call in
    let simulate = SimulateRules(try call.id(), body: call.body, national: call.services.national)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await simulate(caller, call.write, $0) })
  }

  /// Approved is published: at once here, and by the next visit of the province should this process not come to it.
  private static let approve = Route(
    .tenant, .post, "/rules/drafts/{id}/approve", name: "approveRuleDraft",
    access: .roles(RuleDraftTransition.approve.rule.roles), body: .json(ApproveRules.shape),
    answer: .json(200, RuleDraftView.shape), subject: .ruleDraft, statuses: [409, 412]
  ) { call in
    let approve = ApproveRules(
      try call.id(), body: call.body, after: try await history(call), national: call.services.national)
    let caller = try call.caller
    let answer = try await call.withTenant { try await approve(caller, call.write, $0) }
    await call.services.rounds.publish(caller.tenant)
    return .answer(answer)
  }

  private static let discard = Route(
    .tenant, .post, "/rules/drafts/{id}/discard", name: "discardRuleDraft",
    access: .roles(RuleDraftTransition.discard.rule.roles), body: .json(DiscardRuleDraft.shape),
    answer: .json(200, RuleDraftView.shape), subject: .ruleDraft, statuses: [409, 412]
  ) { call in
    let discard = DiscardRuleDraft(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await discard(caller, call.write, $0) })
  }

  private static func history(_ call: Call) async throws -> RuleHistory {
    guard let tenant = call.tenant else { throw Problem.notFound }
    return try await call.withControl {
      try await RuleHistory.read(tenant.slug, national: call.services.national, $0)
    }
  }
}
