import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement

/// The needs within a person's reach.
struct NeedsReading {
  private static let pageSize = 20

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let caller = try page.caller
    guard MenuItem.items(for: caller.actor.roles).contains(.needs) else { throw Problem.forbidden }
    let state = page.asked("state").flatMap(NeedState.init)
    let words = page.asked("q").flatMap { $0.allSatisfy(\.isWhitespace) ? nil : String($0.prefix(200)) }
    let typed = words.map { [("q", $0)] } ?? []
    let sort = page.asked("sort").flatMap(RowSort.init).flatMap { RowSort.ofNeeds.contains($0) ? $0 : nil }
    let query =
      typed + (state.map { [("state", $0.rawValue)] } ?? []) + (sort.map { [("sort", $0.rawValue)] } ?? [])
    let order = sort ?? .newest
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: order.list(ListNeeds.name)) }
    var filter = ListNeeds.Filter()
    (filter.state, filter.words, filter.sort) = (state, SearchedWords(words), order)
    let list = ListNeeds(filter, PageRequest(limit: Self.pageSize, cursor: cursor))
    let rows = try await page.call.withTenant { try await list.rows(caller.actor, $0) }
    let shown = Array(rows.prefix(Self.pageSize))
    let next = shown.last.map { $0.cursor(order).text() }
    let content = NeedsPage(
      language: page.language,
      canCreate: !caller.actor.roles.isDisjoint(with: NeedTransition.create.rule.roles),
      fields: fields(words, state, order), rows: shown,
      first: cursor == nil ? nil : PageURL(path: ["needs"], query: query),
      next: rows.count > Self.pageSize
        ? next.map { PageURL(path: ["needs"], query: query + [("cursor", $0)]) } : nil)
    return .page(page.language(NeedText.title), content)
  }

  private func fields(_ words: String?, _ state: NeedState?, _ sort: RowSort) -> [ListFilter.Field] {
    [
      ListFilter.Field(name: "q", label: page.language(NeedText.words), value: words ?? ""),
      ListFilter.Field(
        name: "state", label: page.language(NeedText.state), value: state?.rawValue ?? "",
        choices: NeedState.allCases.map { Choice(value: $0.rawValue, text: page.language($0)) },
        any: page.language(NeedText.anyState)),
      ListFilter.Field(sort, of: RowSort.ofNeeds, page.language),
    ]
  }
}

/// The list of needs.
struct NeedsPage: Component {
  let language: Language
  let canCreate: Bool
  let fields: [ListFilter.Field]
  let rows: [NeedRow]
  let first: PageURL?
  let next: PageURL?

  func write(to h: Hypertext) {
    h.h1(language(NeedText.title))
    h.p(language(NeedText.lead))
    if canCreate { h.p { h.put(LinkButton(url: "/needs/new", text: language(NeedText.new))) } }
    h.put(ListFilter(language: language, url: "/needs", fields: fields))
    if rows.isEmpty {
      h.put(EmptyState(title: language(NeedText.none), text: language(NeedText.noneAdvice)))
    } else {
      table(h)
    }
    h.put(Pagination(language: language, first: first, next: next))
  }

  private func table(_ h: Hypertext) {
    let state = TableColumn(title: language(NeedText.state))
    let estimate = TableColumn(title: language(NeedText.estimate), isNumber: true)
    let day = TableColumn(title: language(NeedText.neededOn))
    h.dataTable(language(NeedText.all), [TableColumn(title: language(NeedText.need)), state, estimate, day]) {
      for row in rows {
        h.dataRow {
          h.rowHead { h.a(NeedPage.url(row.id)) { h.bdi(row.title) } }
          h.cell(state) { h.put(row.badge(in: language)) }
          h.cell(estimate, row.content.ownEstimate.map { language.money($0) } ?? "–")
          h.cell(day, row.content.neededOn.map { language.shortDay($0) } ?? "–")
        }
      }
    }
  }
}

extension NeedRow {
  /// The state; an order that its vendor did not take is no good end.
  func badge(in language: Language) -> Badge {
    wayBack == nil ? Badge(state, in: language) : Badge(language(NeedText.notTaken), tone: .warn)
  }
}

extension NeedState: ShownState {
  var tone: Tone {
    switch self {
    case .assigned: .neutral
    case .prepared, .withOfficer, .offersOpen, .evaluating: .warn
    case .ordered: .good
    case .cancelled: .bad
    }
  }
}
