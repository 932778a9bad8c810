import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// What a vendor shares with officials, and the auditor's declarations that it is no conflict of interest.
struct ConflictPages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func declare() async throws -> PageReply {
    try await actions(try await read()).carryOut { try await reply(refused: $0) }
  }

  private var id: String { get throws { try page.call.id().uuidString.lowercased() } }

  private func read() async throws -> JSONValue { try await page.ask("readConflicts", ["id": try id]) }

  /// One form for each official with whom something is shared that was not declared yet; a shared NIK never is.
  private func actions(_ found: JSONValue) throws -> PageActions {
    let vendor = try id
    let open = (found["conflicts"]?.elements ?? []).filter { conflict in
      let shared = Set((conflict["shared"]?.elements ?? []).compactMap(\.text))
      let declared = Set((conflict["declared"]?.elements ?? []).compactMap(\.text))
      return !shared.isSubset(of: declared) && !shared.contains(TraceKind.nik.rawValue)
    }
    let actions = open.map { conflict in
      let user = conflict["userId"]?.text ?? ""
      return PageAction(
        act: user, operation: "declareConflict", parameters: ["id": vendor, "userId": user],
        title: language(ConflictText.declare(conflict["name"]?.text ?? "")),
        explanation: language(ConflictText.declareMeans),
        fields: [
          ActionForm.Field(
            name: "reason", label: language(SanctionText.reason), kind: .lines, maxLength: 2000),
          ActionForm.Field(
            name: "until", label: language(ConflictText.until), hint: language(ConflictText.untilHint),
            kind: .day),
        ], isFolded: true)
    }
    return PageActions(page: page, path: ["vendors", vendor, "conflicts"], actions: actions)
  }

  private func reply(refused: RefusedAction?) async throws -> PageReply {
    let (vendor, found) = (try await page.ask("readVendor", ["id": try id]), try await read())
    let actions = try actions(found)
    let conflicts = found["conflicts"]?.elements ?? []
    let names = Dictionary(
      conflicts.map { ($0["userId"]?.text ?? "", $0["name"]?.text ?? "") }, uniquingKeysWith: { $1 })
    let rows = conflicts.map { conflict -> [Cell] in
      [
        .text(conflict["name"]?.text ?? ""), .text(kinds(conflict["shared"])),
        .text(kinds(conflict["declared"])),
      ]
    }
    let declared = (found["declarations"]?.elements ?? []).map { item -> [Cell] in
      [
        .pair(names[item["userId"]?.text ?? ""] ?? "–", kinds([item["kind"] ?? .null])),
        .text(item["reason"]?.text ?? ""), .text(shown.day(item["until"])), .text(shown.instant(item["at"])),
      ]
    }
    let business = vendor["businessName"]?.text ?? ""
    let content = Sheet(
      language: language,
      crumbs: [
        Breadcrumbs.Step(text: language(VerificationText.vendors), url: "/vendors"),
        Breadcrumbs.Step(text: business, url: PageURL(path: ["vendors", try id])),
      ],
      title: language(ConflictText.title), lead: language(ConflictText.lead),
      notices: actions.notices(refused),
      parts: [
        ListTable(
          language: language, caption: business,
          columns: [
            shown.column(ConflictText.official), shown.column(ConflictText.shared),
            shown.column(ConflictText.declared),
          ],
          rows: rows,
          empty: EmptyState(title: language(ConflictText.none), text: language(ConflictText.noneAdvice)))
      ] + actions.part(refused) + declarations(declared))
    return .page(language(ConflictText.title), content, status: refused?.status ?? 200)
  }

  private func declarations(_ rows: [[Cell]]) -> [any Component] {
    guard !rows.isEmpty else { return [] }
    let title = language(ConflictText.declarations)
    return [
      ListTable(
        language: language, caption: title,
        columns: [
          shown.column(ConflictText.official), shown.column(SanctionText.reason),
          shown.column(ConflictText.until), shown.column(ConflictText.at),
        ],
        rows: rows,
        empty: EmptyState(title: language(ConflictText.none), text: language(ConflictText.noneAdvice)))
    ]
  }

  private func kinds(_ kinds: JSONValue?) -> String {
    let words = (kinds?.elements ?? []).compactMap { $0.text.flatMap(TraceKind.init) }
      .map { language(ConflictText.kind($0)) }
    return words.isEmpty ? "–" : words.joined(separator: ", ")
  }
}
