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
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: ListNeeds.name) }
    let list = ListNeeds(state: state, PageRequest(limit: Self.pageSize, cursor: cursor))
    let rows = try await page.call.withTenant { try await list.rows(caller.actor, $0) }
    let shown = Array(rows.prefix(Self.pageSize))
    let content = NeedsPage(
      language: page.language,
      canCreate: !caller.actor.roles.isDisjoint(with: NeedTransition.create.rule.roles), state: state,
      rows: shown,
      first: cursor == nil ? nil : NeedsPage.url(state: state, cursor: nil),
      next: rows.count > Self.pageSize
        ? shown.last.map {
          NeedsPage.url(
            state: state, cursor: Cursor(list: ListNeeds.name, at: $0.createdAt, id: $0.id).text())
        } : nil)
    return .page(page.language(NeedText.title), content)
  }
}

/// The list of needs.
struct NeedsPage: Component {
  let language: Language
  let canCreate: Bool
  let state: NeedState?
  let rows: [NeedRow]
  let first: PageURL?
  let next: PageURL?

  static func url(state: NeedState?, cursor: String?) -> PageURL {
    PageURL(
      path: ["needs"],
      query: (state.map { [("state", $0.rawValue)] } ?? []) + (cursor.map { [("cursor", $0)] } ?? []))
  }

  func write(to h: Hypertext) {
    h.h1(language(NeedText.title))
    h.p(language(NeedText.lead))
    if canCreate { h.p { h.put(LinkButton(url: "/needs/new", text: language(NeedText.new))) } }
    filter(h)
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
          h.cell(state) { h.put(Badge(row.state, in: language)) }
          h.cell(estimate, row.content.ownEstimate.map { language.money($0) } ?? "–")
          h.cell(day, row.content.neededOn.map { language.shortDay($0) } ?? "–")
        }
      }
    }
  }

  private func filter(_ h: Hypertext) {
    h.form(.get, to: "/needs", .class("filters")) {
      h.div(.class("field")) {
        h.label(for: "state", language(NeedText.state))
        h.select(.id("state"), .name("state")) {
          h.option("", language(NeedText.anyState))
          for state in NeedState.allCases {
            h.option(state.rawValue, language(state), selected: state == self.state)
          }
        }
      }
      h.button(.submit, language(FormText.filter), .data(.tone, "quiet"))
    }
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
