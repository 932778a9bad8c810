import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The commitment officer writes down a need of one of its packages.
struct NewNeed {
  private static let mostPackages = 100

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let form = try await form()
    return reply(form, page.newForm(), status: 200)
  }

  func create() async throws -> PageReply {
    let (caller, form) = (try page.caller, try await form())
    let (body, errors) = CreateNeed.shape.validate(Self.requestBody(form.body(page.form)))
    do throws(any Error) {
      guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
      let (create, write) = (try CreateNeed(body: body), page.write(body, caller))
      let answer = try await page.call.withTenant { try await create(caller, write, $0) }
      guard let id = try JSONValue(parsing: answer.body)["id"]?.uuid else { throw Problem.notFound }
      return .redirect(NeedPage.url(id, done: .create).text)
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, form)
      var state = page.newForm(page.form.texts)
      state.problems = refused.problems
      return reply(form, state, status: refused.status)
    }
  }

  private func reply(_ form: ActionForm, _ state: FormState, status: Int) -> PageReply {
    .page(
      page.language(NeedText.new), NewNeedPage(language: page.language, form: form, state: state),
      status: status)
  }

  private func form() async throws -> ActionForm {
    let caller = try page.caller
    let writers = NeedTransition.create.rule.roles
    guard !caller.actor.roles.isDisjoint(with: writers) else { throw Problem.forbidden }
    let request = PageRequest(limit: Self.mostPackages, cursor: nil)
    let (packages, lines) = try await page.call.withTenant { lease in
      (
        try await ListPackages(YearAndUnit(), request).rows(caller.actor, lease),
        try await ListBudgetLines(YearAndUnit(), request).rows(caller.actor, lease)
      )
    }
    let own = packages.filter { package in
      package.commitmentOfficerID != nil
        && caller.actor.offices(
          onUnit: package.unitPath, year: package.year, officer: package.commitmentOfficerID
        ).contains { writers.contains($0.role) }
    }
    let choices = own.flatMap { package in
      package.budgetLineIDs.map { id in
        let line = lines.first { $0.id == id }
        return NeedForms.PackageLine(
          package: package.id, line: id,
          text: "\(package.name) (\(package.rupCode)) – \(line.map { "\($0.account) \($0.name)" } ?? "…")")
      }
    }
    return NeedForms(language: page.language, today: caller.today).new(choices)
  }

  private static func requestBody(_ body: JSONValue) -> JSONValue {
    let parts = (body["packageLine"]?.text ?? "").split(separator: "|").map { JSONValue.string(String($0)) }
    var members = (body.members ?? []).filter { $0.name == "title" }
    if parts.count == 2 {
      members.append(JSONMember(name: "packageId", value: parts[0]))
      members.append(JSONMember(name: "budgetLineId", value: parts[1]))
    }
    return .object(members)
  }
}

/// The form of a new need.
struct NewNeedPage: Component {
  let language: Language
  let form: ActionForm
  let state: FormState

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(NeedText.title),
        steps: [Breadcrumbs.Step(text: language(NeedText.title), url: "/needs")]))
    h.h1(language(NeedText.new))
    guard case .choice(let packages) = form.fields.first?.kind, !packages.isEmpty else {
      return h.put(
        EmptyState(title: language(NeedText.noPackage), text: language(NeedText.noPackageAdvice)))
    }
    h.p(language(NeedText.newLead))
    h.put(
      ActionFormPiece(form: form, state: state, url: "/needs/new", title: language(NeedText.act(.create))))
  }
}
