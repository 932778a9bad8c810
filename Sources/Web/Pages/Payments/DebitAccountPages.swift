import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The register of accounts that the bank may debit for units: the treasurer's to keep.
struct DebitAccountPages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func list() async throws -> PageReply { try await replyList(refused: nil) }

  func register() async throws -> PageReply {
    try await registering().carryOut { try await replyList(refused: $0) }
  }

  /// The names of the units that are nearest at hand, by id.
  private func unitNames() async throws -> [String: String] {
    let units = try await page.ask("listUnits", query: [("limit", "100")])["items"]?.elements ?? []
    return Dictionary(
      units.map { ($0["id"]?.text ?? "", "\($0["code"]?.text ?? "") \($0["name"]?.text ?? "")") },
      uniquingKeysWith: { $1 })
  }

  private func replyList(refused: RefusedAction?) async throws -> PageReply {
    let (items, pages) = try await page.list("listDebitAccounts", at: ["debit-accounts"])
    let units = try await unitNames()
    let rows = items.map { item -> [Cell] in
      [
        .link(
          PageURL(path: ["debit-accounts", item["id"]?.text ?? ""]), units[item["unitId"]?.text ?? ""] ?? "–",
          below: item["accountName"]?.text),
        .pair(item["accountNumber"]?.text ?? "", item["bankCode"]?.text ?? ""),
        .text(shown.instant(item["registeredAt"])),
        item["closedAt"]?.isNull ?? true
          ? .badge(language(DebitAccountText.open), .good)
          : .badge(language(DebitAccountText.closed), .neutral),
      ]
    }
    let columns = [
      shown.column(DebitAccountText.unit), shown.column(DebitAccountText.number),
      shown.column(DebitAccountText.since), shown.column(DebitAccountText.standing),
    ]
    let title = language(DebitAccountText.title)
    let actions = try await registering()
    let content = Sheet(
      language: language, crumbs: [payments], title: title, lead: language(DebitAccountText.lead),
      notices: actions.notices(refused),
      parts: [
        ListTable(
          language: language, caption: title, columns: columns, rows: rows,
          empty: EmptyState(
            title: language(DebitAccountText.none), text: language(DebitAccountText.noneAdvice)),
          pages: pages)
      ] + actions.part(refused))
    return .page(title, content, status: refused?.status ?? 200)
  }

  private var payments: Breadcrumbs.Step {
    Breadcrumbs.Step(text: language(MenuText.payments), url: "/payments")
  }

  private func registering() async throws -> PageActions {
    guard page.may("registerDebitAccount") else {
      return PageActions(page: page, path: ["debit-accounts"], actions: [])
    }
    let action = PageAction(
      act: "register", operation: "registerDebitAccount", title: language(DebitAccountText.register),
      explanation: language(DebitAccountText.registerMeans),
      fields: [
        ActionForm.Field(
          name: "unitId", label: language(DebitAccountText.unit),
          kind: try await page.units("register.unitId")),
        ActionForm.Field(
          name: "bankCode", label: language(DebitAccountText.bank), kind: .digits, maxLength: 3),
        ActionForm.Field(
          name: "accountNumber", label: language(DebitAccountText.number), kind: .digits, maxLength: 30),
        ActionForm.Field(name: "accountName", label: language(DebitAccountText.name)),
      ], isFolded: true)
    return PageActions(page: page, path: ["debit-accounts"], actions: [action])
  }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func act() async throws -> PageReply {
    try await closing(try await read()).carryOut { try await reply(refused: $0) }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readDebitAccount", ["id": try page.call.id().uuidString.lowercased()])
  }

  private func closing(_ account: JSONValue) throws -> PageActions {
    let id = account["id"]?.text ?? ""
    guard page.may("closeDebitAccount"), account["closedAt"]?.isNull ?? true else {
      return PageActions(page: page, path: ["debit-accounts", id], actions: [])
    }
    let action = PageAction(
      act: "close", operation: "closeDebitAccount", parameters: ["id": id],
      title: language(DebitAccountText.close), explanation: language(DebitAccountText.closeMeans),
      fields: [
        ActionForm.Field(
          name: "reason", label: language(SanctionText.reason), kind: .lines, maxLength: 2000)
      ], weight: .bad)
    return PageActions(page: page, path: ["debit-accounts", id], actions: [action])
  }

  private func reply(refused: RefusedAction?) async throws -> PageReply {
    let account = try await read()
    let actions = try closing(account)
    let facts = [
      shown.fact(DebitAccountText.unit, try await unitNames()[account["unitId"]?.text ?? ""]),
      shown.fact(DebitAccountText.bank, account["bankCode"]?.text),
      shown.fact(DebitAccountText.number, account["accountNumber"]?.text),
      shown.fact(DebitAccountText.name, account["accountName"]?.text),
      shown.fact(DebitAccountText.since, shown.instant(account["registeredAt"])),
      shown.fact(DebitAccountText.closedAt, shown.instant(account["closedAt"])),
      shown.fact(SanctionText.reason, account["closeReason"]?.text),
    ].compactMap { $0 }
    let title = account["accountName"]?.text ?? ""
    let content = Sheet(
      language: language,
      crumbs: [
        payments, Breadcrumbs.Step(text: language(DebitAccountText.title), url: "/debit-accounts"),
      ],
      title: title, notices: actions.notices(refused),
      parts: [Section(language(SheetText.details), Facts(facts: facts))] + actions.part(refused))
    return .page(title, content, status: refused?.status ?? 200)
  }
}
