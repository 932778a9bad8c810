import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The people who work for a vendor, kept by its owner.
struct StaffPages {
  private static let path = ["profile", "people"]

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }
  private var keeping: AccountKeeping { AccountKeeping(page: page) }

  func list() async throws -> PageReply { try await replyList(refused: nil, invitation: nil) }

  /// The link of the invitation is shown once, to be handed on by the owner as well.
  func create() async throws -> PageReply {
    try checkRole()
    let action = creation(isFolded: false)
    do throws(any Error) {
      let answer = try await page.carryOut(action.operation, [:], action.form.body(page.form))
      return try await replyList(refused: nil, invitation: try JSONValue(parsing: answer.body))
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, action.form)
      return try await replyList(
        refused: RefusedAction(
          act: action.act, status: refused.status, problems: refused.problems, message: refused.message),
        invitation: nil)
    }
  }

  private func replyList(refused: RefusedAction?, invitation: JSONValue?) async throws -> PageReply {
    try checkRole()
    let (items, pages) = try await page.list("listUsers", at: Self.path)
    let rows = items.map { item -> [Cell] in
      [
        .link(
          PageURL(path: Self.path + [item["id"]?.text ?? ""]), item["name"]?.text ?? "",
          below: item["email"]?.text), .text(keeping.roles(item)), keeping.standing(item),
      ]
    }
    let columns = [
      shown.column(UserText.name), shown.column(UserText.roles), shown.column(UserText.standing),
    ]
    let actions = PageActions(
      page: page, path: Self.path, actions: [creation(isFolded: refused == nil && rows.count > 1)])
    let title = language(StaffText.title)
    let content = Sheet(
      language: language, crumbs: [Breadcrumbs.Step(text: language(ProfileText.title), url: "/profile")],
      title: title, lead: language(StaffText.lead), notices: actions.notices(refused),
      parts: keeping.shown(invitation) + [
        ListTable(language: language, caption: title, columns: columns, rows: rows, pages: pages)
      ] + (actions.pieces(refused) as [any Component]))
    return .page(title, content, status: refused?.status ?? 200)
  }

  private func creation(isFolded: Bool) -> PageAction {
    PageAction(
      act: "new", operation: "createUser", title: language(StaffText.new),
      explanation: language(StaffText.newMeans),
      fields: particulars(nil) + [
        ActionForm.Field(
          name: "nik", label: language(StaffText.nik), hint: language(StaffText.nikHint), kind: .digits,
          maxLength: 24)
      ],
      fixed: [JSONMember(name: "roles", value: [.string(Role.vendorStaff.rawValue)])], isFolded: isFolded)
  }

  private func particulars(_ user: JSONValue?) -> [ActionForm.Field] {
    [
      ActionForm.Field(name: "name", label: language(UserText.name), start: user?["name"]?.text ?? ""),
      ActionForm.Field(
        name: "email", label: language(UserText.email), kind: .email, start: user?["email"]?.text ?? ""),
      ActionForm.Field(
        name: "phone", label: language(UserText.phone), kind: .phone, isRequired: false,
        start: user?["phone"]?.text ?? "", maxLength: 20),
    ]
  }

  func show() async throws -> PageReply { try await reply(refused: nil, invitation: nil) }

  func act() async throws -> PageReply {
    try checkRole()
    let user = try await read()
    if page.call.parameters["act"] == AccountKeeping.inviting {
      let (invitation, refused) = try await keeping.invite(user)
      return try await reply(refused: refused, invitation: invitation)
    }
    return try await actions(user).carryOut { try await reply(refused: $0, invitation: nil) }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readUser", ["id": try page.call.id().uuidString.lowercased()])
  }

  private func actions(_ user: JSONValue) -> PageActions {
    let id = user["id"]?.text ?? ""
    let edit = PageAction(
      act: "edit", operation: "editUser", parameters: ["id": id], title: language(StaffText.edit),
      fields: particulars(user),
      body: { body in
        // A telephone that was emptied is taken away.
        guard body["phone"] == nil else { return body }
        return .object((body.members ?? []) + [JSONMember(name: "phone", value: .null)])
      }, version: user["version"]?.int)
    return PageActions(page: page, path: Self.path + [id], actions: [edit] + keeping.actions(user))
  }

  private func reply(refused: RefusedAction?, invitation: JSONValue?) async throws -> PageReply {
    try checkRole()
    let user = try await read()
    let actions = actions(user)
    let facts = [
      shown.fact(UserText.roles, keeping.roles(user)), shown.fact(UserText.email, user["email"]?.text),
      shown.fact(UserText.phone, user["phone"]?.text),
      shown.fact(UserText.since, shown.instant(user["createdAt"])),
    ].compactMap { $0 }
    let content = Sheet(
      language: language,
      crumbs: [
        Breadcrumbs.Step(text: language(ProfileText.title), url: "/profile"),
        Breadcrumbs.Step(text: language(StaffText.title), url: PageURL(path: Self.path)),
      ], title: user["name"]?.text ?? "", notices: actions.notices(refused),
      parts: keeping.shown(invitation) + actions.part(refused),
      aside: [Section(language(SheetText.details), Facts(facts: facts))])
    return .page(user["name"]?.text ?? "", content, status: refused?.status ?? 200)
  }

  private func checkRole() throws {
    guard try page.actor.roles.contains(.vendorOwner) else { throw Problem.forbidden }
  }
}
