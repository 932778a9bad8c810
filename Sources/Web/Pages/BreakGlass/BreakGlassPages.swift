import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The accesses of central administrators, for the province's administrators and auditors.
struct BreakGlassPages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func list() async throws -> PageReply {
    let (items, pages) = try await page.list("listBreakGlass", at: ["break-glass"])
    let title = language(BreakGlassText.title)
    let content = Sheet(
      language: language, title: title, lead: language(BreakGlassText.lead),
      parts: [
        shown.breakGlass(
          items, at: page.call.now, url: { PageURL(path: ["break-glass", $0]) },
          empty: EmptyState(
            title: language(BreakGlassText.none), text: language(BreakGlassText.noneAdvice)), pages: pages)
      ])
    return .page(title, content)
  }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func act() async throws -> PageReply {
    try await ending(try await read()).carryOut { try await reply(refused: $0) }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readBreakGlass", ["id": try page.call.id().uuidString.lowercased()])
  }

  private func ending(_ access: JSONValue) -> PageActions {
    let id = access["id"]?.text ?? ""
    let isOpen = access["state"]?.text == BreakGlassState.open.rawValue
    return PageActions(
      page: page, path: ["break-glass", id],
      actions: page.may("endBreakGlass") && isOpen
        ? [.endingBreakGlass("endBreakGlass", ["id": id], act: "end", language)] : [])
  }

  private func reply(refused: RefusedAction?) async throws -> PageReply {
    let access = try await read()
    let actions = ending(access)
    let facts = [
      shown.fact(BreakGlassText.email, access["administrator"]?["email"]?.text),
      shown.fact(BreakGlassText.reason, access["reason"]?.text),
      shown.fact(BreakGlassText.opened, shown.instant(access["openedAt"])),
      shown.fact(BreakGlassText.until, shown.instant(access["endsAt"])),
      shown.fact(
        BreakGlassText.entered,
        access["enteredAt"]?.instant == nil
          ? language(BreakGlassText.notEntered) : shown.instant(access["enteredAt"])),
      shown.fact(BreakGlassText.ended, shown.instant(access["endedAt"])),
      shown.fact(BreakGlassText.endedBy, access["endedBy"]?.text),
      shown.fact(BreakGlassText.endReason, access["endReason"]?.text),
    ].compactMap { $0 }
    let title = access["administrator"]?["name"]?.text ?? ""
    let standing = BreakGlassStanding(access, at: page.call.now)
    let content = Sheet(
      language: language,
      crumbs: [Breadcrumbs.Step(text: language(BreakGlassText.title), url: "/break-glass")], title: title,
      badge: Badge(language(standing.words), tone: standing.tone), notices: actions.notices(refused),
      parts: [Section(language(SheetText.details), Facts(facts: facts))] + actions.part(refused)
        + [Section(language(BreakGlassText.readings), readings(access))])
    return .page(title, content, status: refused?.status ?? 200)
  }

  private func readings(_ access: JSONValue) -> ListTable {
    let rows = (access["readings"]?.elements ?? []).map { reading -> [Cell] in
      [.text(shown.instant(reading["at"])), .part(ReadAddress(path: reading["path"]?.text ?? ""))]
    }
    return ListTable(
      language: language, caption: language(BreakGlassText.readings),
      columns: [shown.column(BreakGlassText.at), shown.column(BreakGlassText.page)], rows: rows,
      empty: EmptyState(
        title: language(BreakGlassText.nothingRead), text: language(BreakGlassText.nothingReadAdvice)))
  }
}

/// The address of a page or of an operation that was read.
private struct ReadAddress: Component {
  let path: String

  func write(to h: Hypertext) { h.code(path) }
}

/// Where an access stands now, in words and colour.
struct BreakGlassStanding {
  private let state: BreakGlassState
  private let minutes: Int

  init(_ access: JSONValue, at now: Date) {
    state = access["state"]?.text.flatMap(BreakGlassState.init) ?? .expired
    minutes = access["endsAt"]?.instant.map { BreakGlassClock.minutes(until: $0, at: now) } ?? 0
  }

  var isOpen: Bool { state == .open }
  var words: Words { BreakGlassDoorText.state(state, minutes: minutes) }
  var tone: Tone { isOpen ? .bad : .neutral }
}

extension ShownValue {
  /// Accesses in a table, on the province's host and on that of central administration.
  /// - Parameter url: the page of one; nil where it has none.
  func breakGlass(
    _ items: [JSONValue], at now: Date, url: (String) -> PageURL? = { _ in nil }, empty: EmptyState? = nil,
    pages: Pagination? = nil
  ) -> ListTable {
    let rows = items.map { item -> [Cell] in
      let name = item["administrator"]?["name"]?.text ?? ""
      let email = item["administrator"]?["email"]?.text ?? ""
      let standing = BreakGlassStanding(item, at: now)
      let isCut = item["endedAt"]?.instant != nil
      return [
        url(item["id"]?.text ?? "").map { .link($0, name, below: email) } ?? .pair(name, email),
        .text(item["reason"]?.text ?? ""), .text(instant(item["openedAt"])),
        .text(instant(isCut ? item["endedAt"] : item["endsAt"])),
        .badge(language(standing.words), standing.tone),
      ]
    }
    return ListTable(
      language: language, caption: language(BreakGlassText.title),
      columns: [
        column(BreakGlassText.who), column(BreakGlassText.reason), column(BreakGlassText.opened),
        column(BreakGlassText.until), column(BreakGlassText.standing),
      ], rows: rows, empty: empty, pages: pages, isTitled: true)
  }
}

extension PageAction {
  /// Ends an access before its time.
  static func endingBreakGlass(
    _ operation: String, _ parameters: [String: String], act: String, _ language: Language,
    title: String? = nil
  ) -> PageAction {
    PageAction(
      act: act, operation: operation, parameters: parameters, title: title ?? language(BreakGlassText.end),
      explanation: language(BreakGlassText.endMeans),
      fields: [
        ActionForm.Field(
          name: "reason", label: language(BreakGlassText.reason), kind: .lines, isRequired: false,
          maxLength: 2000)
      ], weight: .bad)
  }
}
