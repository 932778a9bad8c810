import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// A procurement officer mends a draft.
struct EditingOrder {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let view = try await draft()
    if let written = WrittenOrder.form(page) {
      return try await EditingOrder(page.with(written)).reply(view, isStored: false)
    }
    var state = page.newForm(start(view))
    state.values[OrderingForm.categoryField] = ""
    let lines = try await kept(view)
    let found = try await OrderingShelf(page: page).found(words: nil, category: nil, lines)
    return try await reply(view, state, lines, found, refusal: nil, status: 200)
  }

  func act() async throws -> PageReply {
    let view = try await draft()
    let isStored = page.form.filled(NewOrder.wishField) == NewOrder.Wish.save.rawValue
    let path = ["orders", view.order.id.uuidString.lowercased(), "edit"]
    if !isStored, let url = WrittenOrder.url(path, [], page.form) { return .redirect(url.text) }
    return try await reply(view, isStored: isStored)
  }

  /// The form with what was written, stored where that is wished and the rules of its fields let it.
  private func reply(_ view: OrderView, isStored: Bool) async throws -> PageReply {
    let shelf = OrderingShelf(page: page)
    let isOffer = view.order.offerID != nil
    var (lines, problems) = try await shelf.lines()
    if isOffer { (lines, problems) = (try await kept(view), []) }
    let form = OrderingForm(page, modes)
    var (message, status): (String?, Int) = (nil, problems.isEmpty || !isStored ? 200 : 422)
    if isStored, problems.isEmpty {
      var members = form.form(nil).body(page.form).members ?? []
      for name in ["note", "justification", "catalogueCheck", "comparedPrices"]
      where !members.contains(where: { $0.name == name }) {
        members.append(JSONMember(name: name, value: .null))
      }
      if !isOffer { members += OrderingForm.lineMembers(lines) }
      do throws(any Error) {
        let id = view.order.id.uuidString.lowercased()
        _ = try await page.carryOut("editOrder", ["id": id], .object(members))
        return .redirect(PageURL(path: ["orders", id], query: [(PageCall.doneParameter, "edit")]).text)
      } catch let refusal as Procurement.Refusal {
        if case .invalid(let errors) = refusal {
          (problems, status) = (form.problems(errors, lines, nil), 422)
        } else {
          let refused = try page.refused(refusal, form.form(nil))
          (message, status) = (refused.message, refused.status)
        }
      }
    }
    var state = page.newForm(page.form.texts)
    state.problems = problems
    let found = try await shelf.found(
      words: page.form.filled(OrderingForm.wordsField),
      category: page.form.filled(OrderingForm.categoryField),
      lines)
    return try await reply(view, state, lines, found, refusal: message, status: status)
  }

  private func reply(
    _ view: OrderView, _ state: FormState, _ lines: [OrderingLine], _ found: [CatalogueItem],
    refusal: String?, status: Int
  ) async throws -> PageReply {
    let content = EditOrderPage(
      state: state,
      form: OrderingForm(page, modes, region: state.value(OrderingForm.regionField)), order: view.order,
      lines: lines,
      found: found, categories: OrderingShelf(page: page).categories, refusal: refusal,
      version: refusal == nil ? page.form.filled(StepFormPiece.versionField) : nil)
    return .page(page.language(OrderingText.edit), content, status: status)
  }

  /// - Throws: 404 where the order is no draft of the officer's units.
  private func draft() async throws -> OrderView {
    let caller = try page.caller
    guard caller.actor.roles.contains(.procurementOfficer) else { throw Problem.forbidden }
    let view = try await OrderReading(page).view(caller)
    guard view.transitions(of: caller.actor).contains(.discard) else { throw Problem.notFound }
    return view
  }

  /// The lines as they stand; those of a selected offer name a product that no catalogue shows.
  private func kept(_ view: OrderView) async throws -> [OrderingLine] {
    let visit = try page.call.visit
    var lines: [OrderingLine] = []
    for line in view.lines {
      let read = ReadProduct(line.productID)
      let product = try await page.call.withTenant { try? await read.row(visit, $0) }
      if let product { lines.append(OrderingLine(product: product, quantity: String(line.quantity))) }
    }
    return lines
  }

  private func start(_ view: OrderView) -> [String: String] {
    let terms = view.order.terms
    var values = [
      "order.deliverTo.street": terms.street, "order.deliverTo.regionCode": terms.regionCode,
      "order.deliverBy": terms.deliverBy.description, "order.paymentMode": terms.paymentMode.rawValue,
      "order.note": terms.note ?? "", "order.justification": terms.justification ?? "",
      "order.catalogueCheck.result": terms.catalogueCheck?.result.rawValue ?? "",
      "order.catalogueCheck.evidence": terms.catalogueCheck?.evidence ?? "",
      "order.catalogueCheck.reason": terms.catalogueCheck?.reason ?? "",
    ]
    for (place, price) in terms.comparedPrices.prefix(2).enumerated() {
      values["order.comparedPrices.\(place).source"] = price.source
      values["order.comparedPrices.\(place).unitPrice"] = String(price.unitPrice.amount)
    }
    return values
  }

  private var modes: [PaymentMode] {
    let allowed = page.call.tenant?.rulebook.payment.modes ?? []
    return PaymentMode.allCases.filter(allowed.contains)
  }
}

/// The form of a draft.
struct EditOrderPage: Component {
  let state: FormState
  let form: OrderingForm
  let order: OrderRecord
  let lines: [OrderingLine]
  let found: [CatalogueItem]
  let categories: [Choice]
  let refusal: String?
  /// The version that somebody began to mend; nil for the one that stands there now.
  let version: String?

  func write(to h: Hypertext) {
    let language = state.language
    let id = order.id.uuidString.lowercased()
    h.put(
      Breadcrumbs(
        label: language(SheetText.way),
        steps: [
          Breadcrumbs.Step(text: language(OrderText.title), url: "/orders"),
          Breadcrumbs.Step(text: language(OrderText.withoutNumber), url: PageURL(path: ["orders", id])),
        ]))
    h.h1(language(OrderingText.edit))
    h.p(language(OrderingText.editLead), .class("lead"))
    if let refusal { h.put(Notice(title: language(SheetText.refused), text: refusal, tone: .bad)) }
    h.put(ErrorSummary(form: state))
    h.form(.post, to: PageURL(path: ["orders", id, "edit"])) {
      h.put(HiddenFields(form: state))
      h.input(.hidden, .name(StepFormPiece.versionField), .value(version ?? "v\(order.version)"))
      if order.offerID == nil {
        h.put(OrderingLinesPart(state: state, lines: lines, canRemove: true))
        h.put(ProductPicker(state: state, found: found, categories: categories, hasLines: !lines.isEmpty))
      } else {
        h.p(language(OrderingText.linesOfOffer))
      }
      h.put(TermsPart(state: state, form: form, source: nil))
      h.div(.class("actions")) {
        h.button(.submit, language(OrderingText.saveAndCheck), .name("do"), .value("save"))
      }
    }
  }
}
