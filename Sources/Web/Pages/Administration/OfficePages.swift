import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Who holds which office, acts in it or was handed part of it, by which decree.
struct OfficePages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func list() async throws -> PageReply { try await replyList(refused: nil) }

  func appoint() async throws -> PageReply {
    try await appointing().carryOut { try await replyList(refused: $0) }
  }

  private func replyList(refused: RefusedAction?) async throws -> PageReply {
    guard try page.actor.isOfficial else { throw Problem.forbidden }
    let (items, pages) = try await page.list("listOffices", at: ["offices"], filters: ["role"])
    let rows = items.map { item -> [Cell] in
      [
        .link(
          PageURL(path: ["offices", item["id"]?.text ?? ""]), item["userName"]?.text ?? "",
          below: item["onBehalfOf"]?["name"]?.text.map { language(OfficeText.standsFor($0)) }),
        .pair(role(item), kind(item)), .text(span(item)),
        item["inEffect"]?.bool == true
          ? .badge(language(OfficeText.inEffect), .good) : .badge(language(OfficeText.notInEffect), .neutral),
      ]
    }
    let columns = [
      shown.column(OfficeText.holder), shown.column(OfficeText.role), shown.column(OfficeText.span),
      shown.column(OfficeText.standing),
    ]
    let actions = try await appointing()
    let title = language(OfficeText.title)
    let roles = Role.allCases.filter(\.isOfficial).map { Choice(value: $0.rawValue, text: language($0)) }
    let content = Sheet(
      language: language, title: title, lead: language(OfficeText.lead), notices: actions.notices(refused),
      parts: [
        ListFilter(
          language: language, url: "/offices",
          fields: [
            ListFilter.Field(
              name: "role", label: language(OfficeText.role), value: page.asked("role") ?? "", choices: roles,
              any: language(OfficeText.anyRole))
          ]),
        ListTable(
          language: language, caption: title, columns: columns, rows: rows,
          empty: EmptyState(title: language(OfficeText.none), text: language(OfficeText.noneAdvice)),
          pages: pages),
      ] + actions.part(refused))
    return .page(title, content, status: refused?.status ?? 200)
  }

  private func appointing() async throws -> PageActions {
    guard page.may("appointOfficer") else { return PageActions(page: page, path: ["offices"], actions: []) }
    let holders = try await page.officials("appoint.userId")
    let absent = try await page.officials("appoint.onBehalfOf")
    let units = try await page.units("appoint.unitId")
    let roles = Role.allCases.filter(\.isOfficial).map { Choice(value: $0.rawValue, text: language($0)) }
    let kinds = Office.Kind.allCases.map { Choice(value: $0.rawValue, text: language(OfficeText.kind($0))) }
    let action = PageAction(
      act: "appoint", operation: "appointOfficer", title: language(OfficeText.appoint),
      explanation: language(OfficeText.appointMeans),
      fields: [
        ActionForm.Field(name: "userId", label: language(OfficeText.holder), kind: holders),
        ActionForm.Field(name: "role", label: language(OfficeText.role), kind: .choice(roles)),
        ActionForm.Field(name: "kind", label: language(OfficeText.kindLabel), kind: .choice(kinds)),
        ActionForm.Field(
          name: "onBehalfOf", label: language(OfficeText.onBehalfOf),
          hint: language(OfficeText.onBehalfOfHint),
          kind: absent, isRequired: false),
        ActionForm.Field(
          name: "unitId", label: language(UserText.unit), hint: language(OfficeText.unitHint),
          kind: units, isRequired: false),
        ActionForm.Field(
          name: "year", label: language(OfficeText.year), hint: language(OfficeText.yearHint), kind: .number,
          isRequired: false, maxLength: 4),
        ActionForm.Field(name: "from", label: language(OfficeText.from), kind: .day, isRequired: false),
        ActionForm.Field(
          name: "until", label: language(OfficeText.until), hint: language(OfficeText.untilHint), kind: .day,
          isRequired: false),
        ActionForm.Field(name: "decree.number", label: language(OfficeText.decree), maxLength: 100),
        ActionForm.Field(
          name: "decree.date", label: language(OfficeText.decreeDate), kind: .day, isRequired: false),
      ],
      body: { body in
        // The API wants to be told that a decree has no date.
        guard let decree = body["decree"], decree["date"] == nil else { return body }
        let dated = JSONValue.object((decree.members ?? []) + [JSONMember(name: "date", value: .null)])
        return .object(
          (body.members ?? []).map { $0.name == "decree" ? JSONMember(name: "decree", value: dated) : $0 })
      }, isFolded: true)
    return PageActions(page: page, path: ["offices"], actions: [action])
  }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func act() async throws -> PageReply {
    try await actions(try await read()).carryOut { try await reply(refused: $0) }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readOffice", ["id": try page.call.id().uuidString.lowercased()])
  }

  private func actions(_ office: JSONValue) -> PageActions {
    let id = office["id"]?.text ?? ""
    guard page.may("endOffice"), office["endedAt"]?.isNull ?? true else {
      return PageActions(page: page, path: ["offices", id], actions: [])
    }
    return PageActions(
      page: page, path: ["offices", id],
      actions: [
        PageAction(
          act: "end", operation: "endOffice", parameters: ["id": id], title: language(OfficeText.end),
          explanation: language(OfficeText.endMeans),
          fields: [
            ActionForm.Field(
              name: "reason", label: language(SanctionText.reason), kind: .lines, maxLength: 2000)
          ], weight: .bad, version: office["version"]?.int)
      ])
  }

  private func reply(refused: RefusedAction?) async throws -> PageReply {
    let office = try await read()
    let actions = actions(office)
    let facts = [
      shown.fact(OfficeText.role, role(office)), shown.fact(OfficeText.kindLabel, kind(office)),
      shown.fact(OfficeText.onBehalfOf, office["onBehalfOf"]?["name"]?.text),
      shown.fact(OfficeText.span, span(office)),
      shown.fact(OfficeText.year, office["year"]?.int.map { String($0) }),
      shown.fact(OfficeText.decree, office["decree"]?["number"]?.text),
      shown.fact(OfficeText.decreeDate, shown.day(office["decree"]?["date"])),
      shown.fact(OfficeText.granted, shown.instant(office["grantedAt"])),
      shown.fact(OfficeText.ended, shown.instant(office["endedAt"])),
      shown.fact(SanctionText.reason, office["reason"]?.text),
    ].compactMap { $0 }
    let title = "\(office["userName"]?.text ?? ""), \(role(office))"
    let content = Sheet(
      language: language, crumbs: [Breadcrumbs.Step(text: language(OfficeText.title), url: "/offices")],
      title: title, notices: actions.notices(refused),
      parts: [Section(language(SheetText.details), Facts(facts: facts))] + actions.part(refused))
    return .page(title, content, status: refused?.status ?? 200)
  }

  private func role(_ item: JSONValue) -> String {
    item["role"]?.text.flatMap(Role.init).map { language($0) } ?? ""
  }

  private func kind(_ item: JSONValue) -> String {
    item["kind"]?.text.flatMap(Office.Kind.init).map { language(OfficeText.kind($0)) } ?? ""
  }

  private func span(_ item: JSONValue) -> String {
    let (from, until) = (item["from"]?.day, item["until"]?.day)
    if from == nil, until == nil { return language(OfficeText.always) }
    return "\(from.map { language.shortDay($0) } ?? "…") – \(until.map { language.shortDay($0) } ?? "…")"
  }
}
