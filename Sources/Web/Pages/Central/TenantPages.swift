import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// One province as whoever runs the installation sees it, and an operation on its way.
struct TenantPages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func act() async throws -> PageReply {
    let tenant = try await read()
    return try await actions(tenant, try await breakGlass(tenant)).carryOut { try await reply(refused: $0) }
  }

  private var slug: String { page.call.parameters["slug"] ?? "" }

  private func read() async throws -> JSONValue { try await page.ask("readTenant", ["slug": slug]) }

  /// Nil where the province lets nobody in.
  private func breakGlass(_ tenant: JSONValue) async throws -> CentralBreakGlass? {
    guard tenant["state"]?.text == TenantState.active.rawValue else { return nil }
    return try await CentralBreakGlass(page, slug)
  }

  private func actions(_ tenant: JSONValue, _ breakGlass: CentralBreakGlass?) -> PageActions {
    let state = tenant["state"]?.text.flatMap(TenantState.init) ?? .failed
    let reason = ActionForm.Field(
      name: "reason", label: language(SanctionText.reason), kind: .lines, isRequired: false, maxLength: 2000)
    let then: @Sendable (JSONValue) -> PageURL? = { answer in
      answer["id"]?.text.map { PageURL(path: ["operations", $0]) }
    }
    let action: PageAction? =
      switch state {
      case .active:
        PageAction(
          act: "suspend", operation: "suspendTenant", parameters: ["slug": slug],
          title: language(FleetText.suspend), explanation: language(FleetText.suspendMeans), fields: [reason],
          weight: .bad, isFolded: true, then: then)
      case .suspended:
        PageAction(
          act: "resume", operation: "resumeTenant", parameters: ["slug": slug],
          title: language(FleetText.resume), explanation: language(FleetText.resumeMeans), fields: [reason],
          then: then)
      case .onboarding, .archived, .failed: nil
      }
    return PageActions(
      page: page, path: ["tenants", slug], actions: (breakGlass?.actions ?? []) + [action].compactMap { $0 })
  }

  private func reply(refused: RefusedAction?) async throws -> PageReply {
    let tenant = try await read()
    let breakGlass = try await breakGlass(tenant)
    let actions = actions(tenant, breakGlass)
    let state = tenant["state"]?.text.flatMap(TenantState.init) ?? .failed
    let hosts = (tenant["hosts"]?.elements ?? []).compactMap(\.text)
    let facts = [
      Facts.Fact(name: language(FleetText.slug), value: slug),
      Facts.Fact(name: language(CentralText.schema), value: "\(tenant["schemaVersion"]?.int64 ?? 0)"),
    ]
    let links = hosts.map { host in (text: host, url: PageURL(checking: page.services.url(host: host))) }
    let title = tenant["name"]?.text ?? slug
    let content = Sheet(
      language: language, crumbs: [Breadcrumbs.Step(text: language(CentralText.title), url: "/")],
      title: title, badge: Badge(language(CentralText.of(state)), tone: state.tone),
      notices: actions.notices(refused),
      parts: [
        Section(language(SheetText.details), Facts(facts: facts)),
        Section(language(FleetText.hosts), Points(points: links)),
      ] + [breakGlass?.part].compactMap { $0 } + actions.part(refused))
    return .page(title, content, status: refused?.status ?? 200)
  }

  /// How far an operation has come; the page is looked at again until it is done.
  func operation() async throws -> PageReply {
    let operation = try await page.ask("readOperation", ["id": page.call.parameters["id"] ?? ""])
    let slug = operation["tenant"]?.text ?? ""
    let steps = (operation["steps"]?.elements ?? []).map { step -> Timeline.Step in
      let state = step["state"]?.text ?? ""
      return Timeline.Step(
        title: step["name"]?.text ?? "", detail: step["error"]?.text,
        progress: state == "done" ? .done : state == "running" ? .current : .ahead)
    }
    let title = language(FleetText.operation(operation["kind"]?.text ?? ""))
    let state = operation["state"]?.text ?? ""
    let again = LinkRow.Link(
      url: PageURL(path: ["operations", operation["id"]?.text ?? ""]), text: language(FleetText.again))
    let content = Sheet(
      language: language,
      crumbs: [
        Breadcrumbs.Step(text: language(CentralText.title), url: "/"),
        Breadcrumbs.Step(text: slug, url: PageURL(path: ["tenants", slug])),
      ], title: title, badge: Badge(language(FleetText.state(state)), tone: FleetText.tone(state)),
      parts: [Timeline(steps: steps), LinkRow(links: state == "done" ? [] : [again])])
    return .page(title, content)
  }
}
