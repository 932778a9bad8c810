import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The people of a province, kept by its administrator.
struct UserPages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }
  private var keeping: AccountKeeping { AccountKeeping(page: page) }

  func list() async throws -> PageReply {
    try checkRole()
    let (items, pages) = try await page.list("listUsers", at: ["users"], filters: ["q", "role", "sort"])
    let rows = items.map { item -> [Cell] in
      [
        .link(
          PageURL(path: ["users", item["id"]?.text ?? ""]), item["name"]?.text ?? "",
          below: item["email"]?.text),
        .text(keeping.roles(item)), keeping.standing(item),
      ]
    }
    let columns = [
      shown.column(UserText.name), shown.column(UserText.roles), shown.column(UserText.standing),
    ]
    let title = language(UserText.title)
    return .page(
      title,
      Sheet(
        language: language, title: title, lead: language(UserText.lead),
        parts: [
          LinkRow(links: [
            LinkRow.Link(url: "/users/new", text: language(UserText.new), weight: .main),
            LinkRow.Link(url: "/offices", text: language(OfficeText.title)),
          ]),
          ListFilter(
            language: language, url: "/users",
            fields: [
              ListFilter.Field(name: "q", label: language(UserText.search), value: page.asked("q") ?? ""),
              ListFilter.Field(
                name: "role", label: language(UserText.roles), value: page.asked("role") ?? "",
                choices: Role.allCases.filter { $0.isOfficial || $0.isVendor }.map {
                  Choice(value: $0.rawValue, text: language($0))
                }, any: language(OfficeText.anyRole)),
              ListFilter.Field(page.asked("sort").flatMap(RowSort.init), of: RowSort.ofNames, language),
            ]),
          ListTable(
            language: language, caption: title, columns: columns, rows: rows,
            empty: EmptyState(title: language(UserText.none), text: language(UserText.noneAdvice)),
            pages: pages),
        ]))
  }

  func showNew() async throws -> PageReply { try await replyNew(refused: nil, invitation: nil) }

  func create() async throws -> PageReply {
    try checkRole()
    let action = PageAction(
      act: "new", operation: "createUser", title: language(UserText.new),
      fields: try await UserForm(page: page).fields(nil))
    do throws(any Error) {
      let answer = try await page.carryOut(
        action.operation, [:], UserForm.dated(action.form.body(page.form)))
      return try await replyNew(refused: nil, invitation: try JSONValue(parsing: answer.body))
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, action.form)
      return try await replyNew(
        refused: RefusedAction(
          act: "new", status: refused.status, problems: refused.problems, message: refused.message),
        invitation: nil)
    }
  }

  /// The link of the invitation is shown once, to be handed on by the administrator as well.
  private func replyNew(refused: RefusedAction?, invitation: JSONValue?) async throws -> PageReply {
    try checkRole()
    let action = PageAction(
      act: "new", operation: "createUser", title: language(UserText.create),
      explanation: language(UserText.createMeans), fields: try await UserForm(page: page).fields(nil))
    let actions = PageActions(page: page, path: ["users"], actions: [action])
    let title = language(UserText.new)
    let content = Sheet(
      language: language, crumbs: [Breadcrumbs.Step(text: language(UserText.title), url: "/users")],
      title: title, notices: actions.notices(refused),
      parts: keeping.shown(invitation) + (actions.pieces(refused) as [any Component]))
    return .page(title, content, status: refused?.status ?? 200)
  }

  func show() async throws -> PageReply { try await reply(refused: nil, invitation: nil) }

  func act() async throws -> PageReply {
    try checkRole()
    let user = try await read()
    if page.call.parameters["act"] == AccountKeeping.inviting {
      let (invitation, refused) = try await keeping.invite(user)
      return try await reply(refused: refused, invitation: invitation)
    }
    return try await (try await actions(user)).carryOut { try await reply(refused: $0, invitation: nil) }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readUser", ["id": try page.call.id().uuidString.lowercased()])
  }

  private func actions(_ user: JSONValue) async throws -> PageActions {
    let id = user["id"]?.text ?? ""
    var actions: [PageAction] = []
    if user["vendorId"]?.text == nil {
      actions.append(
        PageAction(
          act: "edit", operation: "editUser", parameters: ["id": id], title: language(UserText.edit),
          fields: try await UserForm(page: page).fields(user), body: { UserForm.whole($0) },
          version: user["version"]?.int))
    }
    if user["hasSecondFactor"]?.bool == true, user["id"]?.uuid != page.call.actor?.userID {
      actions.append(factorReset(id))
    }
    actions += keeping.actions(user)
    return PageActions(page: page, path: ["users", id], actions: actions)
  }

  private func factorReset(_ id: String) -> PageAction {
    var fields = [
      ActionForm.Field(
        name: "reason", label: language(SecondFactorText.resetReason), kind: .lines, maxLength: 2000),
      ActionForm.Field(
        name: "password", label: language(SecondFactorText.adminPassword), kind: .password, maxLength: 1024,
        autocomplete: "current-password"),
    ]
    if page.call.actor?.hasSecondFactor == true {
      fields.append(
        ActionForm.Field(
          name: "otp", label: language(SecondFactorText.adminCode), maxLength: 40,
          autocomplete: "one-time-code"))
    }
    return PageAction(
      act: "reset-second-factor", operation: "resetSecondFactor", parameters: ["id": id],
      title: language(SecondFactorText.reset), explanation: language(SecondFactorText.resetMeans),
      fields: fields, weight: .bad, isFolded: true)
  }

  private func reply(refused: RefusedAction?, invitation: JSONValue?) async throws -> PageReply {
    try checkRole()
    let user = try await read()
    let actions = try await actions(user)
    let certificate = user["certificate"] ?? .null
    let facts = [
      shown.fact(UserText.email, user["email"]?.text), shown.fact(UserText.nip, user["nip"]?.text),
      shown.fact(UserText.phone, user["phone"]?.text), shown.fact(UserText.roles, keeping.roles(user)),
      shown.fact(UserText.certificate, certificate["number"]?.text),
      shown.fact(UserText.certificateUntil, shown.day(certificate["validUntil"])),
      shown.fact(
        SecondFactorText.factor,
        language(user["hasSecondFactor"]?.bool == true ? SecondFactorText.isOn : SecondFactorText.isOff)),
      shown.fact(UserText.since, shown.instant(user["createdAt"])),
    ].compactMap { $0 }
    let content = Sheet(
      language: language, crumbs: [Breadcrumbs.Step(text: language(UserText.title), url: "/users")],
      title: user["name"]?.text ?? "", notices: actions.notices(refused),
      parts: keeping.shown(invitation) + actions.part(refused),
      aside: [Section(language(SheetText.details), Facts(facts: facts))])
    return .page(user["name"]?.text ?? "", content, status: refused?.status ?? 200)
  }

  private func checkRole() throws {
    guard try page.actor.roles.contains(.tenantAdmin) else { throw Problem.forbidden }
  }
}
