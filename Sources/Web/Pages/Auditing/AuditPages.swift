import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The auditor's ways into the province: a search over everything, and the sealed audit log.
struct AuditPages {
  private static let entriesPerPage = 40

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func search() async throws -> PageReply {
    try checkRole(SearchProvince.readers)
    let words = (page.asked("q") ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    let search = SearchProvince(String(words.prefix(200)))
    let hits = words.count < 2 ? [] : try await page.call.withTenant { try await search($0) }
    let title = language(AuditText.search)
    let filter = ListFilter(
      language: language, url: "/search",
      fields: [ListFilter.Field(name: "q", label: language(AuditText.words), value: words)],
      button: language(CatalogueText.search))
    let content = Sheet(
      language: language, title: title, lead: language(AuditText.searchLead),
      parts: [filter] + results(hits, words))
    return .page(title, content)
  }

  private func results(_ hits: [SearchHit], _ words: String) -> [any Component] {
    guard words.count >= 2 else { return [Paragraph(language(AuditText.tooShort), isQuiet: true)] }
    guard !hits.isEmpty else {
      return [EmptyState(title: language(AuditText.nothing), text: language(AuditText.nothingAdvice))]
    }
    return SearchHit.Kind.allCases.flatMap { kind -> [any Component] in
      let found = hits.filter { $0.kind == kind }
      guard !found.isEmpty else { return [] }
      let caption = language(AuditText.kind(kind))
      let columns = [
        shown.column(AuditText.what), shown.column(SanctionText.state), shown.column(AuditText.since),
      ]
      let rows = found.map { hit -> [Cell] in
        let name = hit.title.isEmpty ? language(OrderText.withoutNumber) : hit.title
        let first: Cell = url(hit).map { Cell.link($0, name, below: hit.about) } ?? .pair(name, hit.about)
        return [first, state(hit), .text(zoned(hit.at))]
      }
      let more =
        found.count == SearchProvince.mostOfKind
        ? [Paragraph(language(AuditText.more(found.count)), isQuiet: true)] : []
      return [
        Section(
          caption,
          parts: [ListTable(language: language, caption: caption, columns: columns, rows: rows)] + more)
      ]
    }
  }

  private func url(_ hit: SearchHit) -> PageURL? {
    let id = hit.id.uuidString.lowercased()
    return switch hit.kind {
    case .order: PageURL(path: ["orders", id])
    case .need: PageURL(path: ["needs", id])
    case .planned: PageURL(path: ["packages", id])
    case .vendor: PageURL(path: ["vendors", id])
    case .product: hit.state == ProductState.listed.rawValue ? PageURL(path: ["products", id]) : nil
    case .official: PageURL(path: ["audit"], query: [("subject", id)])
    }
  }

  private func state(_ hit: SearchHit) -> Cell {
    switch hit.kind {
    case .order: OrderState(rawValue: hit.state).map { Cell.badge(language($0), $0.tone) } ?? .text("–")
    case .need: NeedState(rawValue: hit.state).map { Cell.badge(language($0), $0.tone) } ?? .text("–")
    case .vendor: VendorState(rawValue: hit.state).map { Cell.badge(language($0), $0.tone) } ?? .text("–")
    case .product: ProductState(rawValue: hit.state).map { Cell.badge(language($0), $0.tone) } ?? .text("–")
    case .planned, .official: .text("–")
    }
  }

  /// The sealed log, newest first; of one thing where a subject is asked for.
  func log() async throws -> PageReply {
    try checkRole(ReadAuditStory.readers)
    let subject = page.asked("subject").flatMap { $0.isEmpty ? nil : $0 }
    let action = page.asked("action").flatMap { $0.isEmpty ? nil : $0 }
    let scope = page.call.tenant?.slug ?? ""
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: ReadAuditStory.name, scope: scope) }
    let read = ReadAuditStory(
      subject: subject, action: action,
      PageRequest(limit: Self.entriesPerPage, cursor: cursor, scope: scope))
    let rows = try await page.call.withTenant { try await read($0) }
    let shownRows = Array(rows.prefix(Self.entriesPerPage))
    let query = [subject.map { ("subject", $0) }, action.map { ("action", $0) }].compactMap { $0 }
    let next =
      rows.count > Self.entriesPerPage
      ? shownRows.last.map { entry in
        let text = Cursor(list: ReadAuditStory.name, at: entry.at, id: entry.id).text(in: scope)
        return PageURL(path: ["audit"], query: query + [("cursor", text)])
      } : nil
    let pages = Pagination(
      language: language, first: cursor == nil ? nil : PageURL(path: ["audit"], query: query), next: next)
    let title = language(AuditText.log)
    let filter = ListFilter(
      language: language, url: "/audit",
      fields: [
        ListFilter.Field(name: "subject", label: language(AuditText.subject), value: subject ?? ""),
        ListFilter.Field(name: "action", label: language(AuditText.action), value: action ?? ""),
      ])
    let content = Sheet(
      language: language, title: title, lead: language(AuditText.logLead),
      parts: [
        LinkRow(links: [
          LinkRow.Link(url: PageURL(path: ["break-glass"]), text: language(BreakGlassText.title))
        ]),
        filter,
        AuditTable(
          language: language, shown: shown, zone: page.zone, caption: title, entries: shownRows, pages: pages,
          isTitled: true),
      ])
    return .page(title, content)
  }

  private func zoned(_ at: Date) -> String { page.zone.map { language.instant(at, in: $0) } ?? "–" }

  private func checkRole(_ roles: Set<Role>) throws {
    guard try !page.actor.roles.isDisjoint(with: roles) else { throw Problem.forbidden }
  }
}

/// Entries of the audit log, each with the hash under which it is sealed.
struct AuditTable: Component {
  let language: Language
  let shown: ShownValue
  let zone: OfficialZone?
  let caption: String
  let entries: [AuditStoryEntry]
  var pages: Pagination?
  /// Whether a heading above says what the caption says.
  var isTitled = false

  func write(to h: Hypertext) {
    let columns = [
      shown.column(AuditText.number), shown.column(AuditText.at), shown.column(AuditText.who),
      shown.column(AuditText.action), shown.column(AuditText.subject), shown.column(AuditText.seal),
    ]
    let rows = entries.map { entry -> [Cell] in
      let role = Role(rawValue: entry.role).map { language($0) } ?? language(OrderText.system)
      return [
        .text(entry.index.map { language.number($0) } ?? language(AuditText.unsealed)),
        .text(zone.map { language.instant(entry.at, in: $0) } ?? "–"),
        .pair(entry.actor == "system" ? language(OrderText.system) : entry.actor, role),
        .coded(nil, AuditWords.action(entry.action, stays: entry.stays, language), code: entry.action),
        subject(entry), .part(Fingerprint(text: entry.leafHash ?? "–")),
      ]
    }
    h.put(
      ListTable(
        language: language, caption: caption, columns: columns, rows: rows,
        empty: EmptyState(title: language(AuditText.nothing), text: language(AuditText.nothingAdvice)),
        pages: pages, isTitled: isTitled))
  }

  private func subject(_ entry: AuditStoryEntry) -> Cell {
    let path: String? =
      switch entry.subjectType {
      case "order": "orders"
      case "need": "needs"
      case "vendor": "vendors"
      case "package": "packages"
      case "flag": "flags"
      case "break-glass": "break-glass"
      default: nil
      }
    let short = String(entry.subjectID.suffix(8))
    let name = language(AuditWords.subject(entry.subjectType))
    guard let path else { return .pair(name, short) }
    return .link(PageURL(path: [path, entry.subjectID]), name, below: short)
  }
}

/// The first and last digits of a hash; the whole of it is there for whoever copies it.
struct Fingerprint: Component {
  let text: String

  func write(to h: Hypertext) { h.code(text) }
}
