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

  /// The page on which a need or a package is chosen, for a product where the address names one.
  func choice() async throws -> PageReply {
    let product = try await OrderingShelf(page: page).asked()?.product
    let kept = product.map { [("product", $0.id.uuidString.lowercased())] } ?? []
    let words = page.asked("q").flatMap {
      $0.allSatisfy(\.isWhitespace) ? nil : ("q", String($0.prefix(200)))
    }
    let searched = kept + [words].compactMap(\.self)
    let (needs, ofNeeds) = try await part(
      "listNeeds", [("state", NeedState.withOfficer.rawValue)], words, cursor: "need-cursor", searched)
    let (packages, ofPackages) = try await part(
      "listPackages", [("year", "\(try page.caller.today.year)")], words, cursor: "cursor", searched)
    let content = OrderSourcePage(
      language: page.language, product: product, kept: kept, words: words?.1 ?? "",
      needs: needs.filter(isOwn),
      ofNeeds: ofNeeds, packages: packages, ofPackages: ofPackages)
    return .page(page.language(OrderingText.title), content)
  }

  /// One of the two lists, each with its own pages.
  private func part(
    _ operation: String, _ fixed: [(String, String)], _ words: (String, String)?, cursor name: String,
    _ searched: [(String, String)]
  ) async throws -> (items: [JSONValue], pages: Pagination) {
    let cursor = page.asked(name)
    let query =
      [("limit", "\(Self.most)")] + fixed + [words, cursor.map { ("cursor", $0) }].compactMap(\.self)
    let answer = try await page.ask(operation, query: query)
    let next = answer["nextCursor"]?.text.map {
      PageURL(path: ["orders", "new"], query: searched + [(name, $0)])
    }
    let first = cursor == nil ? nil : PageURL(path: ["orders", "new"], query: searched)
    return (answer["items"]?.elements ?? [], Pagination(language: page.language, first: first, next: next))
  }

  private func isOwn(_ need: JSONValue) -> Bool {
    (need["allowedTransitions"]?.elements ?? []).contains(.string(NeedTransition.chooseDirect.rawValue))
  }
}
