import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// One product that waits to be listed, with its prices so far and the standard prices of its category.
struct CurationPages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func act() async throws -> PageReply {
    try CurationList(page).checkRole()
    return try await (try await actions(try await read())).carryOut { try await reply(refused: $0) }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readProduct", ["id": try page.call.id().uuidString.lowercased()])
  }

  private func actions(_ product: JSONValue) async throws -> PageActions {
    let id = product["id"]?.text ?? ""
    let state = product["state"]?.text.flatMap(ProductState.init) ?? .draft
    let version = product["version"]?.int
    var actions: [PageAction] = []
    for transition in [ProductTransition.list, .return, .delist]
    where transition.rule.from.contains(state) && transition.rule.roles.contains(.verifier) {
      let isList = transition == .list
      var fields: [ActionForm.Field] = []
      if isList {
        let prices = try await page.selection(
          "list.standardPriceCode", of: "listStandardPrices",
          query: [("on", "\(try page.caller.today)")]
            + (product["category"]?.text.map { [("category", $0)] } ?? []),
          current: product["standardPriceCode"]?.text
        ) { price in
          let amount = "\(shown.money(price["price"])) / \(price["unitOfMeasure"]?.text ?? "")"
          return Choice(value: price["code"]?.text ?? "", text: "\(price["name"]?.text ?? "") · \(amount)")
        }
        fields.append(
          ActionForm.Field(
            name: "standardPriceCode", label: language(VerificationText.standardPrice),
            hint: language(VerificationText.standardPriceHint), kind: prices, isRequired: false,
            start: product["standardPriceCode"]?.text ?? ""))
      } else {
        let isNeeded = if case .required = transition.rule.reason { true } else { false }
        fields.append(
          ActionForm.Field(
            name: "reason", label: language(SanctionText.reason),
            hint: language(VerificationText.reasonIsTold),
            kind: .lines, isRequired: isNeeded, maxLength: 2000))
      }
      actions.append(
        PageAction(
          act: transition.rawValue, operation: "\(transition)Product", parameters: ["id": id],
          title: language(
            isList
              ? VerificationText.list
              : transition == .return ? VerificationText.returnProduct : VerificationText.delist),
          explanation: isList ? language(VerificationText.listMeans) : nil, fields: fields,
          weight: isList ? .main : transition == .delist ? .bad : .quiet, version: version,
          isFolded: transition == .delist))
    }
    return PageActions(page: page, path: ["curation", id], actions: actions)
  }

  private func reply(refused: RefusedAction?) async throws -> PageReply {
    try CurationList(page).checkRole()
    let product = try await read()
    let actions = try await actions(product)
    let state = product["state"]?.text.flatMap(ProductState.init) ?? .draft
    let taxClass = product["taxClass"]?.text.flatMap(TaxClass.init)
    let facts = [
      shown.fact(VerificationText.vendor, product["vendorName"]?.text),
      shown.fact(VerificationText.category, CurationList(page).category(product)),
      shown.fact(
        VerificationText.price, "\(shown.money(product["price"])) / \(product["unitOfMeasure"]?.text ?? "")"),
      shown.fact(VerificationText.taxClass, taxClass.map { language($0) }),
      shown.fact(
        VerificationText.localContent,
        product["localContentPercent"]?.int64.map { language.percent(thousandths: $0 * 10) }),
      shown.fact(VerificationText.standardPrice, product["standardPriceCode"]?.text),
      shown.fact(VerificationText.description, product["description"]?.text),
    ].compactMap { $0 }
    let links: [(text: String, url: PageURL?)] = [
      (product["vendorName"]?.text ?? "", PageURL(path: ["vendors", product["vendorId"]?.text ?? ""])),
      (language(VerificationText.seen), PageURL(path: ["products", product["id"]?.text ?? ""])),
    ]
    let content = Sheet(
      language: language,
      crumbs: [Breadcrumbs.Step(text: language(VerificationText.curation), url: "/curation")],
      title: product["name"]?.text ?? "", badge: Badge(state, in: language),
      notices: actions.notices(refused), parts: actions.part(refused) + [try await prices(product)],
      aside: [Section(language(SheetText.details), Facts(facts: facts), Points(points: links))])
    return .page(product["name"]?.text ?? "", content, status: refused?.status ?? 200)
  }

  /// What the product cost before, so that a jump is seen.
  private func prices(_ product: JSONValue) async throws -> any Component {
    let answer = try await page.ask("listProductPrices", ["id": product["id"]?.text ?? ""])
    let rows = (answer["items"]?.elements ?? []).map { price -> [Cell] in
      [
        .text(shown.instant(price["at"])), shown.amount(price["price"]), shown.amount(price["before"]),
        .text(shown.instant(price["curatedAt"])),
      ]
    }
    let caption = language(VerificationText.prices)
    let columns = [
      shown.column(VerificationText.priceAt), shown.column(VerificationText.price, isNumber: true),
      shown.column(VerificationText.priceBefore, isNumber: true), shown.column(VerificationText.curatedAt),
    ]
    return Section(caption, ListTable(language: language, caption: caption, columns: columns, rows: rows))
  }
}
