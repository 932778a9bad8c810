import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// One order with all that its reader may see and do.
struct OrderReading {
  let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let caller = try page.caller
    let view = try await view(caller)
    return try await reply(caller, view, refused: nil, status: 200)
  }

  /// A paper of the order, as a download.
  func attachment() async throws -> PageReply {
    let (order, id) = (try page.call.id(), try page.call.id("attachment"))
    let actor = try page.actor
    let file = try await page.call.withTenant {
      try await FileContent.attachment(id, order: order, actor, $0)
    }
    return PageReply(content: .file(file))
  }

  /// - Throws: 403 for people who take no part in orders, 404.
  func view(_ caller: Caller) async throws -> OrderView {
    guard MenuItem.items(for: caller.actor.roles).contains(.orders) else { throw Problem.forbidden }
    let read = ReadOrder(try page.call.id())
    return try await page.call.withTenant { try await read.view(caller.actor, $0) }
  }

  /// The page again with what was typed and why the step was not taken.
  func refused(_ step: StepForm, _ refusal: StepRefusal, _ view: OrderView) async throws -> PageReply {
    let caller = try page.caller
    // Somebody else may have taken a step meanwhile.
    let now = try await self.view(caller)
    return try await reply(caller, now, refused: (step, refusal), status: refusal.status)
  }

  func reply(
    _ caller: Caller, _ view: OrderView, refused: (step: StepForm, refusal: StepRefusal)?,
    acted: RefusedAction? = nil, status: Int
  ) async throws -> PageReply {
    let actor = caller.actor
    let (answer, disputes) = (try view.json(for: caller), try await disputes(view, caller))
    let around = OrderActing(page).actions(view, disputes)
    let officials = actor.isOfficial ? try await background(view, caller) : nil
    let (unit, officer) = (view.order.unitID, view.order.officerID)
    let buyer = try await page.call.withTenant { try await OrderBuyer.read(unit: unit, officer: officer, $0) }
    let content = OrderPage(
      language: page.language, zone: caller.tenant.calendar.zone, now: caller.now, view: view,
      viewer: OrderPage.Viewer(
        isOfficial: actor.isOfficial, roles: view.order.effectiveRoles(of: actor), isReader: actor.isReader),
      background: officials, buyer: buyer,
      taxes: TaxSheet(view.order, page.services.national, page.language),
      flags: try await flags(view, caller),
      answer: answer, disputes: disputes, places: page.places,
      receipts: try await receipts(view, caller),
      steps: view.transitions(of: actor).filter { !isOwnProposal($0, view, caller) }.map {
        piece($0, view, caller, refused)
      }
        + parts(answer, view, caller, refused), refusal: refused?.refusal,
      done: refused == nil && acted == nil ? done(view) : nil, around: around.pieces(acted),
      aroundRefusal: acted?.message, proofs: try await proofs(view, caller),
      isNoted: page.asked(PageCall.doneParameter) == "noted")
    return .page(view.order.number ?? page.language(OrderText.order), content, status: status)
  }

  /// Whether its reader's side has said already that it would cancel.
  private func isOwnProposal(_ transition: OrderTransition, _ view: OrderView, _ caller: Caller) -> Bool {
    let side: OrderSide = caller.actor.isVendor ? .vendor : .province
    return transition == .cancelMutual
      && view.overlays.contains { $0.kind == .cancelProposed && $0.side == side }
  }

  private func piece(
    _ transition: OrderTransition, _ view: OrderView, _ caller: Caller,
    _ refused: (step: StepForm, refusal: StepRefusal)?
  ) -> StepFormPiece {
    let step = StepForm(transition, view, today: caller.today, page.language)
    var state = page.newForm(step.startValues)
    if let refused, refused.step.prefix == step.prefix {
      state = page.newForm(page.form.texts)
      state.problems = refused.refusal.problems
    }
    return StepFormPiece(
      step: step, order: view.order.id, version: view.order.version, state: state,
      isFolded: !transition.isForward
        && !(transition.answers != nil
          && OrderTurn(view: view, roles: view.order.effectiveRoles(of: caller.actor)).expects(transition))
    )
  }

  /// The latest disputes of the order.
  func disputes(_ view: OrderView, _ caller: Caller) async throws -> [DisputeView] {
    let list = ListDisputes(order: view.order.id, PageRequest(limit: 20, cursor: nil))
    return try await page.call.withTenant { try await list.views(caller, $0) }
  }

  /// The step that has just been taken, where it is the last one indeed.
  private func done(_ view: OrderView) -> String? {
    guard let last = view.events.last, last.transition == page.asked(PageCall.doneParameter) else {
      return nil
    }
    return OrderHistory.title(last, page.language)
  }

  /// What the sealed log holds about the order, for the auditor.
  private func proofs(_ view: OrderView, _ caller: Caller) async throws -> [AuditStoryEntry] {
    guard !caller.actor.roles.isDisjoint(with: ReadAuditStory.readers) else { return [] }
    let id = view.order.id.uuidString.lowercased()
    let read = ReadAuditStory(subject: id, action: nil, PageRequest(limit: 15, cursor: nil))
    return Array(try await page.call.withTenant { try await read($0) }.prefix(15))
  }

  /// The proofs of deposited taxes; a vendor that had the order before sees none of its successor's.
  private func receipts(_ view: OrderView, _ caller: Caller) async throws -> [TaxReceipt] {
    guard !caller.actor.isVendor || view.order.vendorID == caller.actor.vendorID else { return [] }
    let id = view.order.id
    return try await page.call.withTenant { try await TaxReceipt.latest(of: [id], $0) }
  }

  /// The order's red flags, for those who have the inbox.
  private func flags(_ view: OrderView, _ caller: Caller) async throws -> [FlagRow] {
    guard MenuItem.items(for: caller.actor.roles).contains(.flags) else { return [] }
    var filter = ListFlags.Filter()
    filter.orderID = view.order.id
    let list = ListFlags(filter, PageRequest(limit: 20, cursor: nil))
    return try await page.call.withTenant { try await list.rows(caller.actor, $0) }
  }

  /// Package and budget line, for officials.
  private func background(_ view: OrderView, _ caller: Caller) async throws -> OrderPage.Background {
    let (package, line) = (view.order.packageID, view.order.budgetLineID)
    let (packageAnswer, lineAnswer) = try await page.call.withTenant { lease in
      (try? await ReadPackage(package)(caller, lease), try? await ReadBudgetLine(line)(caller, lease))
    }
    let packageValue = try packageAnswer.map { try JSONValue(parsing: $0.body) }
    let lineValue = try lineAnswer.map { try JSONValue(parsing: $0.body) }
    return OrderPage.Background(
      packageName: packageValue?["name"]?.text, rupCode: packageValue?["rupCode"]?.text,
      budgetLine: lineValue.map { "\($0["code"]?.text ?? "") \($0["name"]?.text ?? "")" },
      available: lineValue?["available"]?.int64.map { Rupiah($0) })
  }
}
