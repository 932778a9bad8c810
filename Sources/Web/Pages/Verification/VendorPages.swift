import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Vendors as officials see them: a verifier with everything that decides about one, papers beside facts.
struct VendorPages {
  let page: PageCall

  init(_ page: PageCall) { self.page = page }

  var language: Language { page.language }
  var shown: ShownValue { page.shown }

  func list() async throws -> PageReply {
    guard try page.actor.isOfficial else { throw Problem.forbidden }
    let (items, pages) = try await page.list("listVendors", at: ["vendors"], filters: ["state", "q", "sort"])
    let rows = items.map { item -> [Cell] in
      let state = item["state"]?.text.flatMap(VendorState.init) ?? .draft
      return [
        .link(
          PageURL(path: ["vendors", item["id"]?.text ?? ""]), item["businessName"]?.text ?? "",
          below: "NIB \(item["nib"]?.text ?? "")"),
        .badge(language(state), state.tone),
        .text(item["address"]?["regionCode"]?.text.map { page.places.name($0) } ?? ""),
        .text(deadline(item)),
      ]
    }
    let columns = [
      shown.column(VerificationText.vendor), shown.column(VerificationText.state),
      shown.column(VerificationText.region), shown.column(DeskText.until),
    ]
    let states = VendorState.allCases.map { Choice(value: $0.rawValue, text: language($0)) }
    let title = language(VerificationText.vendors)
    return .page(
      title,
      Sheet(
        language: language, title: title,
        parts: [
          ListFilter(
            language: language, url: "/vendors",
            fields: [
              ListFilter.Field(
                name: "q", label: language(VerificationText.nameOrNIB), value: page.asked("q") ?? ""),
              ListFilter.Field(
                name: "state", label: language(VerificationText.state), value: page.asked("state") ?? "",
                choices: states, any: language(SanctionText.anyState)),
              ListFilter.Field(page.asked("sort").flatMap(RowSort.init), of: RowSort.ofNames, language),
            ]),
          ListTable(
            language: language, caption: title, columns: columns, rows: rows,
            empty: EmptyState(
              title: language(VerificationText.noVendor), text: language(VerificationText.noVendorAdvice)),
            pages: pages),
        ]))
  }

  private func deadline(_ item: JSONValue) -> String {
    let timer = (item["timers"]?.elements ?? []).first
    return timer.map { shown.instant($0["dueAt"]) } ?? "–"
  }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func act() async throws -> PageReply {
    guard try page.actor.isOfficial else { throw Problem.forbidden }
    let vendor = try await read(unmask: nil)
    if page.call.parameters["act"] == AcceptingPapers.act { return try await acceptTicked(vendor) }
    return try await actions(vendor, try await papers(), try await requests()).carryOut {
      try await reply(refused: $0)
    }
  }

  private func acceptTicked(_ vendor: JSONValue) async throws -> PageReply {
    let papers = try await papers()
    guard actions(vendor, papers, []).actions.contains(where: { $0.act == AcceptingPapers.act }) else {
      return .redirect(PageURL(path: ["vendors", try id]).text)
    }
    let accepting = AcceptingPapers(page: page, vendor: try id, papers: papers)
    if let refused = try await accepting() { return try await reply(refused: refused) }
    return .redirect(PageURL(path: ["vendors", try id], query: [(PageCall.doneParameter, "accept")]).text)
  }

  /// Shows NIK, NPWP and account number whole, for a reason that the audit log keeps.
  func unmask() async throws -> PageReply {
    guard try !page.actor.roles.isDisjoint(with: ReadVendor.mayUnmask) else { throw Problem.forbidden }
    guard let reason = page.form.filled("unmask.reason") else {
      let name = "unmask.reason"
      let sentence = language.pick(FieldError("/reason", .required).detail)
      return try await reply(
        refused: RefusedAction(
          act: "unmask", status: 422,
          problems: [
            FormState.Problem(field: name, sentence: sentence, label: language(SanctionText.reason))
          ]))
    }
    return try await reply(refused: nil, unmask: String(reason.prefix(200)))
  }

  func paper() async throws -> PageReply {
    try await page.download(
      "readVendorDocument",
      ["id": page.call.parameters["id"] ?? "", "documentId": page.call.parameters["document"] ?? ""])
  }

  private var id: String {
    get throws { try page.call.id().uuidString.lowercased() }
  }

  private func read(unmask: String?) async throws -> JSONValue {
    try await page.ask("readVendor", ["id": try id], query: unmask.map { [("unmask", $0)] } ?? [])
  }

  private func papers() async throws -> [JSONValue] {
    let answer = try await page.ask("listVendorDocuments", ["id": try id], query: [("limit", "40")])
    return answer["items"]?.elements ?? []
  }

  /// The requests for other lines of business that wait for an answer.
  private func requests() async throws -> [JSONValue] {
    let answer = try await page.ask("listKBLIRequests", ["id": try id], query: [("limit", "1")])
    return (answer["items"]?.elements ?? []).filter {
      $0["state"]?.text == KBLIRequest.State.open.rawValue
    }
  }

  private func asked(_ requests: [JSONValue]) -> [any Component] {
    requests.map { request in
      let lines = (request["kbli"]?.elements ?? []).compactMap { page.places.business($0) }
      let facts = [
        shown.fact(VerificationText.kbli, lines.joined(separator: "; ")),
        shown.fact(SanctionText.reason, request["reason"]?.text),
      ].compactMap { $0 }
      return Section(language(StaffText.linesRequest), Facts(facts: facts))
    }
  }

  private func reply(refused: RefusedAction?, unmask: String? = nil) async throws -> PageReply {
    guard try page.actor.isOfficial else { throw Problem.forbidden }
    let vendor = try await read(unmask: unmask)
    let papers = try await papers()
    let requests = try await requests()
    let actions = actions(vendor, papers, requests)
    let state = vendor["state"]?.text.flatMap(VendorState.init) ?? .draft
    let sheet = VendorSheet(
      language: language, shown: shown, places: page.places, vendor: vendor, papers: papers)
    var aside = [sheet.papersPart(chosen: page.asked("paper"), mayRead: mayRead)]
    aside += try await history()
    let content = Sheet(
      language: language,
      crumbs: [Breadcrumbs.Step(text: language(VerificationText.vendors), url: "/vendors")],
      title: vendor["businessName"]?.text ?? "", badge: Badge(state, in: language),
      notices: actions.notices(refused) + sheet.notices,
      parts: asked(requests) + actions.part(refused) + sheet.facts,
      aside: aside)
    return .page(vendor["businessName"]?.text ?? "", content, status: refused?.status ?? 200)
  }

  private var mayRead: Bool {
    !(page.call.actor?.actingRoles.isDisjoint(with: ReadVendorDocument.readers) ?? true)
  }

  /// Sanctions so far, and for the auditor whose particulars the vendor shares.
  private func history() async throws -> [any Component] {
    var parts: [any Component] = []
    let sanctions = try await page.ask("listSanctions", ["id": try id])
    let items = sanctions["items"]?.elements ?? []
    if !items.isEmpty {
      let facts = items.prefix(10).map { item in
        Facts.Fact(
          name: shown.day(item["from"]),
          value: [item["kind"]?.text, item["decree"]?.text, item["reason"]?.text].compactMap { $0 }.joined(
            separator: " · "))
      }
      parts.append(Section(language(VerificationText.sanctions), Facts(facts: Array(facts))))
    }
    if page.may("readConflicts") {
      let conflicts = try await page.ask("readConflicts", ["id": try id])["conflicts"]?.elements ?? []
      let facts = conflicts.prefix(10).map { conflict in
        Facts.Fact(
          name: conflict["name"]?.text ?? "",
          value: (conflict["shared"]?.elements ?? []).compactMap(\.text).joined(separator: ", "))
      }
      parts.append(
        facts.isEmpty
          ? Section(
            language(VerificationText.conflicts),
            Paragraph(language(VerificationText.noConflict), isQuiet: true))
          : Section(language(VerificationText.conflicts), Facts(facts: Array(facts))))
      if !facts.isEmpty {
        let url = PageURL(path: ["vendors", try id, "conflicts"])
        parts.append(LinkRow(links: [LinkRow.Link(url: url, text: language(ConflictText.link))]))
      }
    }
    return parts
  }
}
