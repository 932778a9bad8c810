import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The commitment officer writes down a need of one of its packages.
struct NewNeed {
  private static let field = "new.packageLine"
  private static let mostUnfolded = 100

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
    return NeedForms(language: page.language, today: caller.today, places: page.places)
      .new(try await lines(caller, writers))
  }

  /// The budget lines of the packages that are the writer's own: unfolded where they are few.
  private func lines(_ caller: Caller, _ writers: Set<Role>) async throws -> ActionForm.Field.Kind {
    var filter = YearAndUnit()
    filter.isAssigned = true
    let all = try await choices(caller, writers, filter)
    guard all.count > Self.mostUnfolded else { return .choice(all) }
    guard let typed = page.form.filled(Self.field) else {
      return .lookup(Lookup(suggestions: Array(all.prefix(Self.mostUnfolded))))
    }
    filter.words = SearchedWords(Lookup.words(of: typed))
    return .lookup(Lookup(suggestions: try await choices(caller, writers, filter), typed: typed))
  }

  private func choices(
    _ caller: Caller, _ writers: Set<Role>, _ filter: YearAndUnit
  ) async throws -> [Choice] {
    var choices: [Choice] = []
    var cursor: Cursor?
    repeat {
      let request = PageRequest(limit: Self.mostUnfolded, cursor: cursor)
      let list = ListPackages(filter, request)
      let rows = try await page.call.withTenant { try await list.rows(caller.actor, $0) }
      let own = rows.prefix(Self.mostUnfolded).filter { package in
        caller.actor.offices(
          onUnit: package.unitPath, year: package.year, officer: package.commitmentOfficerID
        ).contains { writers.contains($0.role) }
      }
      choices += try await lines(of: own, caller)
      cursor =
        rows.count > Self.mostUnfolded
        ? rows.dropLast().last.map { Cursor(list: ListPackages.name, at: $0.createdAt, id: $0.id) } : nil
    } while cursor != nil && choices.count <= Self.mostUnfolded
    return choices
  }

  private func lines(of packages: [PackageRow], _ caller: Caller) async throws -> [Choice] {
    let list = ListBudgetLines(ids: packages.flatMap(\.budgetLineIDs))
    let known = try await page.call.withTenant { try await list.rows(caller.actor, $0) }
    return packages.flatMap { package in
      package.budgetLineIDs.map { id in
        let line = known.first { $0.id == id }
        return Choice(
          value: "\(package.id.uuidString.lowercased())|\(id.uuidString.lowercased())",
          text: "\(package.name) · \(package.rupCode) · \(line.map { "\($0.account) \($0.name)" } ?? "…")")
      }
    }
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
    if case .choice(let packages) = form.fields.first?.kind, packages.isEmpty {
      return h.put(
        EmptyState(title: language(NeedText.noPackage), text: language(NeedText.noPackageAdvice)))
    }
    h.p(language(NeedText.newLead))
    h.put(
      ActionFormPiece(form: form, state: state, url: "/needs/new", title: language(NeedText.act(.create))))
  }
}
