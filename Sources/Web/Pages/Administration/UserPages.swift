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

  func list() async throws -> PageReply {
    try checkRole()
    let (items, pages) = try await page.list("listUsers", at: ["users"], filters: ["q"])
    let rows = items.map { item -> [Cell] in
      [
        .link(
          PageURL(path: ["users", item["id"]?.text ?? ""]), item["name"]?.text ?? "",
          below: item["email"]?.text),
        .text(roles(item)), standing(item),
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
              ListFilter.Field(name: "q", label: language(UserText.search), value: page.asked("q") ?? "")
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
      act: "new", operation: "createUser", title: language(UserText.new), fields: try await fields(nil))
    do throws(any Error) {
      let answer = try await page.carryOut(
        action.operation, [:], Self.dated(action.form.body(page.form)))
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
      explanation: language(UserText.createMeans), fields: try await fields(nil))
    let actions = PageActions(page: page, path: ["users"], actions: [action])
    let title = language(UserText.new)
    let content = Sheet(
      language: language, crumbs: [Breadcrumbs.Step(text: language(UserText.title), url: "/users")],
      title: title, notices: actions.notices(refused),
      parts: invited(invitation) + (actions.pieces(refused) as [any Component]))
    return .page(title, content, status: refused?.status ?? 200)
  }

  private func invited(_ user: JSONValue?) -> [any Component] {
    guard let user, let link = user["invitation"]?["url"]?.text ?? user["url"]?.text else { return [] }
    let name = user["name"]?.text ?? ""
    return [InvitationPart(language: language, name: name, link: link)]
  }

  func show() async throws -> PageReply { try await reply(refused: nil, invitation: nil) }

  func act() async throws -> PageReply {
    try checkRole()
    let user = try await read()
    let id = user["id"]?.text ?? ""
    if page.call.parameters["act"] == "invite" {
      do throws(any Error) {
        let answer = try await page.carryOut("inviteUser", ["id": id], [:])
        let invitation = try JSONValue(parsing: answer.body)
        return try await reply(
          refused: nil, invitation: ["name": user["name"] ?? .null, "invitation": invitation])
      } catch let refusal as Procurement.Refusal {
        let refused = try page.refused(refusal, ActionForm(action: "invite", fields: []))
        return try await reply(
          refused: RefusedAction(act: "invite", status: refused.status, message: refused.message),
          invitation: nil)
      }
    }
    return try await (try await actions(user)).carryOut { try await reply(refused: $0, invitation: nil) }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readUser", ["id": try page.call.id().uuidString.lowercased()])
  }

  private func actions(_ user: JSONValue) async throws -> PageActions {
    let id = user["id"]?.text ?? ""
    let isActive = user["active"]?.bool ?? true
    let version = user["version"]?.int
    var actions: [PageAction] = []
    if user["vendorId"]?.text == nil {
      actions.append(
        PageAction(
          act: "edit", operation: "editUser", parameters: ["id": id], title: language(UserText.edit),
          fields: try await fields(user), body: { Self.whole($0) }, version: version))
    }
    if user["hasPassword"]?.bool == false, isActive {
      actions.append(
        PageAction(
          act: "invite", operation: "inviteUser", parameters: ["id": id], title: language(UserText.invite),
          explanation: language(UserText.inviteMeans), weight: .quiet))
    }
    if user["hasSecondFactor"]?.bool == true, user["id"]?.uuid != page.call.actor?.userID {
      actions.append(factorReset(id))
    }
    actions.append(
      PageAction(
        act: "activity", operation: "editUser", parameters: ["id": id],
        title: language(isActive ? UserText.deactivate : UserText.activate),
        explanation: language(isActive ? UserText.deactivateMeans : UserText.activateMeans),
        fixed: [JSONMember(name: "active", value: .bool(!isActive))], weight: isActive ? .bad : .quiet,
        version: version, isFolded: true))
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
      shown.fact(UserText.phone, user["phone"]?.text), shown.fact(UserText.roles, roles(user)),
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
      parts: invited(invitation) + actions.part(refused),
      aside: [Section(language(SheetText.details), Facts(facts: facts))])
    return .page(user["name"]?.text ?? "", content, status: refused?.status ?? 200)
  }

  /// The API wants to be told that a certificate has no last day.
  private static func dated(_ body: JSONValue) -> JSONValue {
    guard let certificate = body["certificate"], certificate["validUntil"] == nil else { return body }
    let dated = JSONValue.object(
      (certificate.members ?? []) + [JSONMember(name: "validUntil", value: .null)])
    return .object(
      (body.members ?? []).map {
        $0.name == "certificate" ? JSONMember(name: "certificate", value: dated) : $0
      })
  }

  /// A field that was emptied takes away what stood in it.
  private static func whole(_ body: JSONValue) -> JSONValue {
    let members = dated(body).members ?? []
    let emptied = ["phone", "unitId", "certificate"].filter { name in
      !members.contains { $0.name == name }
    }
    return .object(members + emptied.map { JSONMember(name: $0, value: .null) })
  }

  private func fields(_ user: JSONValue?) async throws -> [ActionForm.Field] {
    let units = try await page.units(
      user == nil ? "new.unitId" : "edit.unitId", current: user?["unitId"]?.text)
    let held = (user?["roles"]?.elements ?? []).compactMap(\.text)
    var roles = ActionForm.Field(
      name: "roles", label: language(UserText.roles), hint: language(UserText.rolesHint),
      kind: .ticks(
        Role.allCases.filter(\.isOfficial).map { Choice(value: $0.rawValue, text: language($0)) }))
    roles.ticked = held
    let certificate = user?["certificate"] ?? .null
    return [
      ActionForm.Field(name: "name", label: language(UserText.name), start: user?["name"]?.text ?? ""),
      ActionForm.Field(name: "email", label: language(UserText.email), start: user?["email"]?.text ?? ""),
      ActionForm.Field(
        name: "nip", label: language(UserText.nip), hint: language(UserText.nipHint),
        start: user?["nip"]?.text ?? "", maxLength: 18),
      ActionForm.Field(
        name: "phone", label: language(UserText.phone), isRequired: false, start: user?["phone"]?.text ?? "",
        maxLength: 20),
      roles,
      ActionForm.Field(
        name: "unitId", label: language(UserText.unit), hint: language(UserText.unitHint),
        kind: units,
        isRequired: false, start: user?["unitId"]?.text ?? ""),
      ActionForm.Field(
        name: "certificate.number", label: language(UserText.certificate),
        hint: language(UserText.certificateHint), isRequired: false, start: certificate["number"]?.text ?? "",
        maxLength: 100),
      ActionForm.Field(
        name: "certificate.validUntil", label: language(UserText.certificateUntil), kind: .day,
        isRequired: false, start: certificate["validUntil"]?.text ?? ""),
    ]
  }

  private func checkRole() throws {
    guard try page.actor.roles.contains(.tenantAdmin) else { throw Problem.forbidden }
  }

  private func roles(_ item: JSONValue) -> String {
    (item["roles"]?.elements ?? []).compactMap { $0.text.flatMap(Role.init) }.map { language($0) }
      .joined(separator: ", ")
  }

  private func standing(_ item: JSONValue) -> Cell {
    if item["active"]?.bool == false { return .badge(language(UserText.inactive), .neutral) }
    return item["hasPassword"]?.bool == false
      ? .badge(language(UserText.invited), .warn) : .badge(language(UserText.active), .good)
  }
}

/// An invitation's link, which is shown this once.
struct InvitationPart: Component {
  let language: Language
  let name: String
  let link: String

  func write(to h: Hypertext) {
    h.div(.class("notice"), .role("status"), .data(.tone, Tone.good.rawValue)) {
      h.h2(language(UserText.invitationFor(name)))
      h.p(language(UserText.invitationMeans))
      if let url = PageURL(checking: link) { h.p { h.a(url, link) } }
    }
  }
}
