import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The needs and packages from which an officer may order.
struct OrderingSources {
  private static let most = 20

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  /// The need or the package that the address names; nil where it names none.
  /// - Throws: 404 for one that is not the officer's to order from.
  func asked() async throws -> OrderingSource? {
    if let need = page.asked("need") { return try await self.need(need) }
    if let package = page.asked("package") { return try await self.package(package) }
    return nil
  }

  private func need(_ id: String) async throws -> OrderingSource {
    let need = try await page.ask("readNeed", ["id": id])
    let allowed = need["allowedTransitions"]?.elements ?? []
    guard allowed.contains(.string(NeedTransition.chooseDirect.rawValue)) else { throw Problem.notFound }
    let place = need["deliverTo"] ?? .null
    var source = OrderingSource(
      member: "needId", id: id, name: need["title"]?.text ?? "",
      budgetLines: try await lines([need["budgetLineId"]?.text ?? ""]))
    source.category = need["category"]?.text
    source.start = [
      "order.deliverTo.street": place["street"]?.text ?? "",
      "order.deliverTo.regionCode": place["regionCode"]?.text ?? "",
      "order.deliverBy": need["neededOn"]?.text ?? "",
    ]
    return source
  }

  private func package(_ id: String) async throws -> OrderingSource {
    let package = try await page.ask("readPackage", ["id": id])
    let ids = (package["budgetLineIds"]?.elements ?? []).compactMap(\.text)
    return OrderingSource(
      member: "packageId", id: id, name: "\(package["name"]?.text ?? "") (\(package["rupCode"]?.text ?? ""))",
      budgetLines: try await lines(ids))
  }

  private func lines(_ ids: [String]) async throws -> [Choice] {
    var choices: [Choice] = []
    for id in ids {
      let line = try await page.ask("readBudgetLine", ["id": id])
      let available = page.language.money(Rupiah(line["available"]?.int64 ?? 0))
      choices.append(
        Choice(
          value: id,
          text: "\(line["account"]?.text ?? "") \(line["name"]?.text ?? "") – "
            + page.language(OrderingText.available(available))))
    }
    return choices
  }

  /// The page on which a need or a package is chosen.
  func choice() async throws -> PageReply {
    let needs = try await page.ask(
      "listNeeds", query: [("limit", "\(Self.most)"), ("state", NeedState.withOfficer.rawValue)])
    var query = [
      ("limit", "\(Self.most)"), ("year", "\(try page.caller.today.year)"),
    ]
    if let cursor = page.asked("cursor") { query.append(("cursor", cursor)) }
    let packages = try await page.ask("listPackages", query: query)
    let content = OrderSourcePage(
      language: page.language, needs: (needs["items"]?.elements ?? []).filter(isOwn),
      packages: packages["items"]?.elements ?? [], isFirst: page.asked("cursor") == nil,
      next: packages["nextCursor"]?.text)
    return .page(page.language(OrderingText.title), content)
  }

  private func isOwn(_ need: JSONValue) -> Bool {
    (need["allowedTransitions"]?.elements ?? []).contains(.string(NeedTransition.chooseDirect.rawValue))
  }
}

/// What an order can be made from.
struct OrderSourcePage: Component {
  let language: Language
  let needs: [JSONValue]
  let packages: [JSONValue]
  let isFirst: Bool
  let next: String?

  static let url = PageURL(path: ["orders", "new"])

  func write(to h: Hypertext) {
    h.put(
      Sheet(
        language: language,
        crumbs: [Breadcrumbs.Step(text: language(OrderText.title), url: "/orders")],
        title: language(OrderingText.title), lead: language(OrderingText.chooseSource),
        parts: [
          ofNeeds, ofPackages,
        ]))
  }

  private var ofNeeds: Section {
    let caption = language(OrderingText.needs)
    let columns = [
      TableColumn(title: language(NeedText.need)), TableColumn(title: language(NeedText.neededOn)),
      TableColumn(title: language(NeedText.estimate), isNumber: true),
    ]
    let rows = needs.map { need -> [Cell] in
      [
        .link(url("need", need), need["title"]?.text ?? ""),
        .text(need["neededOn"]?.day.map { language.shortDay($0) } ?? "–"),
        .money(need["ownEstimate"]?.int64.map { Rupiah($0) }),
      ]
    }
    let empty = EmptyState(title: language(OrderingText.noNeeds), text: language(OrderingText.noNeedsAdvice))
    return Section(
      caption,
      ListTable(language: language, caption: caption, columns: columns, rows: rows, empty: empty))
  }

  private var ofPackages: Section {
    let caption = language(OrderingText.packages)
    let columns = [
      TableColumn(title: language(OrderText.packageName)),
      TableColumn(title: language(OrderingText.ceiling), isNumber: true),
      TableColumn(title: language(OrderingText.officer)),
    ]
    let rows = packages.map { package -> [Cell] in
      let hasOfficer = package["commitmentOfficerId"]?.text != nil
      return [
        .link(url("package", package), package["name"]?.text ?? "", below: package["rupCode"]?.text),
        .money(package["ceiling"]?.int64.map { Rupiah($0) }),
        hasOfficer
          ? .badge(language(OrderingText.hasOfficer), .good)
          : .badge(language(OrderingText.noOfficer), .warn),
      ]
    }
    let pages = Pagination(
      language: language, first: isFirst ? nil : Self.url,
      next: next.map { PageURL(path: ["orders", "new"], query: [("cursor", $0)]) })
    let empty = EmptyState(
      title: language(OrderingText.noPackages), text: language(OrderingText.noPackagesAdvice))
    return Section(
      caption,
      ListTable(
        language: language, caption: caption, columns: columns, rows: rows, empty: empty, pages: pages))
  }

  private func url(_ name: String, _ item: JSONValue) -> PageURL {
    PageURL(path: ["orders", "new"], query: [(name, item["id"]?.text ?? "")])
  }
}
