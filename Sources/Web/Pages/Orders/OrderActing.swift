import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// What can be done around an order besides its own steps: speaking in a dispute, proposing a sanction.
struct OrderActing {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func act() async throws -> PageReply {
    let reading = OrderReading(page)
    let caller = try page.caller
    let view = try await reading.view(caller)
    let disputes = try await reading.disputes(view, caller)
    return try await actions(view, disputes).carryOut { refused in
      try await reading.reply(
        caller, try await reading.view(caller), refused: nil, acted: refused, status: refused.status)
    }
  }

  func actions(_ view: OrderView, _ disputes: [DisputeView]) -> PageActions {
    let id = view.order.id.uuidString.lowercased()
    var actions: [PageAction] = []
    if let open = disputes.first(where: { $0.dispute.endedAt == nil }), page.may("addDisputeEntry"),
      mayAct(on: view, AddDisputeEntry.roles)
    {
      actions.append(entry(order: id, dispute: open.dispute.id.uuidString.lowercased()))
    }
    if view.order.state == .terminated, page.may("openSanctionCase"),
      mayAct(on: view, OpenSanctionCase.roles)
    {
      actions.append(sanction(order: id))
    }
    if page.may("recordTaxReceipt"), mayAct(on: view, RecordTaxReceipt.roles) {
      actions += TaxReceiptForms(page: page, order: id).actions(view)
    }
    return PageActions(page: page, path: ["orders", id, "do"], actions: actions)
  }

  private func mayAct(on view: OrderView, _ roles: Set<Role>) -> Bool {
    guard let actor = page.call.actor else { return false }
    return !view.order.effectiveRoles(of: actor).isDisjoint(with: roles)
  }

  private func entry(order: String, dispute: String) -> PageAction {
    let language = page.language
    return PageAction(
      act: "entry", operation: "addDisputeEntry", parameters: ["id": order, "disputeId": dispute],
      title: language(DisputeEntryText.say), explanation: language(DisputeEntryText.sayMeans),
      fields: [
        ActionForm.Field(
          name: "kind", label: language(DisputeEntryText.kind),
          kind: .choice(
            DisputeEntryKind.allCases.map {
              Choice(value: $0.rawValue, text: language($0 == .proposal ? DisputeText.proposed : .stated))
            }), start: DisputeEntryKind.statement.rawValue),
        ActionForm.Field(
          name: "text", label: language(DisputeEntryText.words), kind: .lines, maxLength: 2000),
        ActionForm.Field(
          name: "outcome", label: language(DisputeEntryText.howItEnds),
          hint: language(DisputeEntryText.howItEndsHint),
          kind: .choice(
            DisputeOutcome.allCases.map {
              Choice(value: $0.rawValue, text: language(StepText.outcomeText($0)))
            }), isRequired: false),
        ActionForm.Field(
          name: "amount", label: language(DisputeEntryText.amountDue),
          hint: language(DisputeEntryText.amountDueHint), kind: .money, isRequired: false),
      ], weight: .quiet, isFolded: true, then: { _ in OrderActing.back(order) })
  }

  private func sanction(order: String) -> PageAction {
    let language = page.language
    return PageAction(
      act: "sanction", operation: "openSanctionCase", parameters: ["id": order],
      title: language(SanctionText.propose), explanation: language(SanctionText.proposeMeans),
      fields: [
        ActionForm.Field(
          name: "proposal", label: language(SanctionText.proposal),
          kind: .choice(
            SanctionCase.Proposal.allCases.map {
              Choice(value: $0.rawValue, text: language(SanctionText.proposal($0)))
            })),
        ActionForm.Field(name: "reason", label: language(StepText.reason), kind: .lines, maxLength: 2000),
      ], weight: .bad, isFolded: true, then: { _ in OrderActing.back(order) })
  }

  static func back(_ order: String) -> PageURL {
    PageURL(path: ["orders", order], query: [(PageCall.doneParameter, "noted")])
  }
}
