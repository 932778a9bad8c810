import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// One request, one's own offers for it, and the forms of what can be done.
struct TenderReading {
  private static let most = 100
  private static let productField = "offer.productId"

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  /// What the page is made of.
  private struct Situation {
    let caller: Caller
    let need: UUID
    let request: JSONValue
    /// One's own, newest first.
    let offers: [JSONValue]
    /// The field in which one of the vendor's products of the category is chosen; nil where it has none.
    let products: ActionForm.Field.Kind?
    let isVatRegistered: Bool

    var current: JSONValue? { offers.first { $0["state"]?.text != OfferState.withdrawn.rawValue } }
  }

  private func situation() async throws -> Situation {
    let caller = try page.caller
    guard caller.actor.isVendor else { throw Problem.forbidden }
    let need = try page.call.id()
    let whole = PageRequest(limit: Self.most, cursor: nil)
    let (requests, offers) = (ListRequests(onlyOpen: false, need: need, whole), ListOffers(need: need, whole))
    let (requestList, offerList, overview) = try await page.call.withTenant { lease in
      (
        try await requests(caller, lease), try await offers(caller, lease),
        try await VendorOverview.read(caller, lease)
      )
    }
    let items = try JSONValue(parsing: requestList.body)["items"]?.elements ?? []
    guard let request = items.first(where: { $0["needId"]?.uuid == need }) else { throw Problem.notFound }
    return Situation(
      caller: caller, need: need, request: request,
      offers: try JSONValue(parsing: offerList.body)["items"]?.elements ?? [],
      products: try await products(request["category"]?.text, of: caller),
      isVatRegistered: overview.vendor.profile.vatRegistered)
  }

  private func products(_ category: String?, of caller: Caller) async throws -> ActionForm.Field.Kind? {
    let query = [
      ("vendorId", caller.actor.vendorID?.uuidString.lowercased() ?? ""),
      ("state", ProductState.listed.rawValue), ("sort", ProductSort.name.rawValue),
    ]
    let kind = try await page.selection(
      Self.productField, of: "listProducts", query: query + (category.map { [("category", $0)] } ?? [])
    ) { item in
      Choice(
        value: item["id"]?.text ?? "",
        text: "\(item["name"]?.text ?? "") · \(page.language.money(Rupiah(item["price"]?.int64 ?? 0)))")
    }
    if case .choice(let choices) = kind, choices.isEmpty { return nil }
    return kind
  }

  func show() async throws -> PageReply { try await reply(situation(), refused: nil) }

  /// Why something was not done.
  private struct Refused {
    let action: String
    let status: Int
    let problems: [FormState.Problem]
    let message: String?
  }

  func send() async throws -> PageReply {
    let now = try await situation()
    let forms = TenderForms(language: page.language, today: now.caller.today)
    let action = page.call.parameters["action"] ?? ""
    let form: ActionForm
    switch action {
    case "offer": form = forms.offer(now.products, isVatRegistered: now.isVatRegistered, now.request)
    case "withdraw": form = forms.withdraw()
    case "answer-counter": form = forms.answer()
    default: throw Problem.notFound
    }
    do throws(any Error) {
      try await carryOut(action, form, now)
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, form)
      return try await reply(
        situation(),
        refused: Refused(
          action: action, status: refused.status, problems: refused.problems, message: refused.message))
    }
    return .redirect(TenderPage.url(now.need.uuidString.lowercased(), done: action).text)
  }

  private func carryOut(_ action: String, _ form: ActionForm, _ now: Situation) async throws {
    let caller = now.caller
    let typed = TenderForms.whole(action, form.body(page.form), isVatRegistered: now.isVatRegistered)
    if action == "offer" {
      let (body, errors) = OfferInput.shape.validate(typed)
      if typed["productId"] == nil, typed["item"] == nil {
        throw Procurement.Refusal.invalid(
          errors.filter { $0.pointer != "" } + [
            FieldError("/productId", .required, detail: TenderText.chooseOne.bilingual)
          ])
      }
      guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
      let submit = SubmitOffer(need: now.need, body: body, secret: page.services.sealing)
      let write = page.write(body, caller).blind
      _ = try await page.call.withTenant { try await submit(caller, write, $0) }
      return
    }
    guard let offer = now.current?["id"]?.uuid else { throw Problem.notFound }
    let shape = action == "withdraw" ? WithdrawOffer.shape : AnswerCounter.shape
    let (body, errors) = shape.validate(typed)
    guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
    let write = page.write(body, caller)
    _ = try await page.call.withTenant { lease in
      action == "withdraw"
        ? try await WithdrawOffer(offer, body: body)(caller, write, lease)
        : try await AnswerCounter(offer, body: body)(caller, write, lease)
    }
  }

  private func reply(_ now: Situation, refused: Refused?) async throws -> PageReply {
    let forms = TenderForms(language: page.language, today: now.caller.today)
    let id = now.need.uuidString.lowercased()
    var pieces: [ActionFormPiece] = []
    func add(
      _ form: ActionForm, _ title: Words, _ means: Words, weight: ButtonWeight = .main, folded: Bool = false,
      version: Int? = nil
    ) {
      var state = page.newForm(form.startValues)
      if let refused, refused.action == form.action {
        state = page.newForm(page.form.texts)
        state.problems = refused.problems
      }
      pieces.append(
        ActionFormPiece(
          form: form, state: state, url: PageURL(path: ["requests-for-offers", id, form.action]),
          title: page.language(title), explanation: page.language(means), weight: weight, version: version,
          isFolded: folded))
    }
    let allowed = (now.current?["allowedTransitions"]?.elements ?? []).compactMap(\.text)
    if now.current == nil, now.request["open"]?.bool == true {
      add(
        forms.offer(now.products, isVatRegistered: now.isVatRegistered, now.request), TenderText.offer,
        TenderText.sealed)
    }
    let version = now.current?["version"]?.int
    if allowed.contains(OfferTransition.answerCounter.rawValue) {
      add(forms.answer(), TenderText.answer, TenderText.binding, version: version)
    }
    if allowed.contains(OfferTransition.withdraw.rawValue) {
      add(
        forms.withdraw(), TenderText.withdraw, TenderText.withdrawMeans, weight: .bad, folded: true,
        version: version)
    }
    let content = TenderPage(
      language: page.language, zone: now.caller.tenant.calendar.zone, now: now.caller.now,
      request: now.request,
      regionName: now.request["deliverTo"]?["regionCode"]?.text.flatMap {
        page.services.directory.regionName($0)
      }, current: now.current, earlier: now.offers.filter { $0["id"] != now.current?["id"] }, forms: pieces,
      message: refused?.message, done: refused == nil ? page.asked(PageCall.doneParameter) : nil)
    return .page(now.request["title"]?.text ?? "", content, status: refused?.status ?? 200)
  }
}
