import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// One need as its reader sees it, and its forms.
struct NeedReading {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let view = try await view()
    return try await reply(view, refused: nil)
  }

  /// - Throws: 403 for people who take no part in needs, 404.
  func view() async throws -> NeedView {
    let caller = try page.caller
    guard MenuItem.items(for: caller.actor.roles).contains(.needs) else { throw Problem.forbidden }
    let read = ReadNeed(try page.call.id())
    return try await page.call.withTenant { try await read.view(caller.actor, $0) }
  }

  /// What a form of the page turned out not to do.
  struct Refused: Sendable {
    let transition: NeedTransition
    let status: Int
    var problems: [FormState.Problem] = []
    var message: String?
  }

  /// The page, again with what was typed where a step was refused.
  func reply(_ view: NeedView, refused: Refused?) async throws -> PageReply {
    let caller = try page.caller
    let package = try await page.call.withTenant {
      try? await ReadPackage(view.need.packageID)(caller, $0)
    }
    var steps: [ActionFormPiece] = []
    for transition in view.transitions(of: caller.actor) {
      guard let form = try await form(transition, view.need) else { continue }
      steps.append(piece(form, transition, view.need, refused))
    }
    let content = NeedPage(
      language: page.language, zone: caller.tenant.calendar.zone, view: view,
      packageName: try package.map { try JSONValue(parsing: $0.body) }?["name"]?.text,
      category: view.need.content.category.flatMap { caller.rulebook.categories[$0]?.name }.map {
        page.language($0)
      },
      places: page.places, steps: steps, refusal: refused?.message, done: refused == nil ? done(view) : nil,
      seesOffers: !caller.actor.roles.isDisjoint(with: OfferRoutes.officials))
    return .page(view.need.title, content, status: refused?.status ?? 200)
  }

  /// The form of a transition; nil where it has none on this page.
  func form(_ transition: NeedTransition, _ need: NeedRow) async throws -> ActionForm? {
    let caller = try page.caller
    let forms = NeedForms(language: page.language, today: caller.today, places: page.places)
    func field(_ name: String) -> String { "\(transition.rawValue).\(name)" }
    switch transition {
    case .prepare: return forms.prepare(need, categories: categories(caller))
    case .dispatch:
      return forms.dispatch(
        try await page.officials(
          field("officerId"), role: Role.procurementOfficer.rawValue, but: caller.actor.userID))
    case .cancel: return forms.cancel()
    case .reopen, .reevaluate: return forms.chooseAgain(transition)
    case .chooseDirect:
      return forms.chooseDirect(
        need, products: try await products(need, field("product")),
        modes: PaymentMode.allCases.filter(caller.rulebook.payment.modes.contains))
    default: return nil
    }
  }

  private func piece(
    _ form: ActionForm, _ transition: NeedTransition, _ need: NeedRow, _ refused: Refused?
  ) -> ActionFormPiece {
    var state = page.newForm(form.startValues)
    if let refused, refused.transition == transition {
      state = page.newForm(page.form.texts)
      state.problems = refused.problems
    }
    let isAgain = transition == .prepare && need.state == .prepared
    return ActionFormPiece(
      form: form, state: state,
      url: PageURL(path: ["needs", need.id.uuidString.lowercased(), transition.rawValue]),
      title: page.language(NeedText.act(transition)), explanation: page.language(NeedText.means(transition)),
      weight: transition == .cancel ? .bad : .main, version: need.version,
      isFolded: transition == .cancel || isAgain)
  }

  private func done(_ view: NeedView) -> NeedTransition? {
    let asked = page.asked(PageCall.doneParameter).flatMap(NeedTransition.init)
    return asked.flatMap { view.events.last?.transition == $0.rawValue ? $0 : nil }
  }

  private func categories(_ caller: Caller) -> [Choice] {
    caller.rulebook.categories.values
      .map { Choice(value: $0.code, text: page.language($0.name)) }
      .sorted { ($0.text, $0.value) < ($1.text, $1.value) }
  }

  /// What the catalogue has of the need's category, the cheapest first.
  private func products(_ need: NeedRow, _ field: String) async throws -> ActionForm.Field.Kind {
    let category = need.content.category.map { [("category", $0)] } ?? []
    return try await page.selection(
      field, of: "listProducts", query: category + [("sort", ProductSort.price.rawValue)], isSorted: true
    ) { item in
      let price = page.language.money(Rupiah(item["price"]?.int64 ?? 0))
      return Choice(
        value: "\(item["vendorId"]?.text ?? "")|\(item["id"]?.text ?? "")",
        text: "\(item["name"]?.text ?? "") · \(item["vendorName"]?.text ?? "") · \(price) / "
          + (item["unitOfMeasure"]?.text ?? ""))
    }
  }
}
