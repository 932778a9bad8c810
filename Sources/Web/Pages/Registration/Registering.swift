import Authentication
import EOrderRules
import Foundation
import HTML
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Somebody registers a business, step by step, and may leave and come back.
struct Registering {
  let page: PageCall

  init(_ page: PageCall) { self.page = page }

  var language: Language { page.language }

  func forms(_ visit: Visit) -> RegistrationForms {
    RegistrationForms(
      language: language, rulebook: visit.rulebook, directory: page.services.directory, today: visit.today)
  }

  /// The registration of this browser.
  func registration() async throws -> Registration? {
    guard let token = page.cookies.secret(PageCookies.registration) else { return nil }
    return try await page.call.withTenant { try await Registration.find(token, $0, at: page.call.now) }
  }

  private var step: RegistrationStep? { RegistrationStep(rawValue: page.call.parameters["step"] ?? "") }

  /// The beginning: what it takes, and the ways in.
  func start() async throws -> PageReply {
    if page.call.actor != nil { return .redirect("/") }
    let visit = try page.call.visit
    let running = try await registration()
    return startReply(visit, running, page.newForm(), status: 200)
  }

  func startReply(_ visit: Visit, _ running: Registration?, _ form: FormState, status: Int) -> PageReply {
    let content = RegistrationStart(
      language: language, form: form, email: running?.email, next: running.map { nextOpen($0, visit) },
      promises: RegistrationPromises(language: language, rulebook: visit.rulebook))
    return .page(language(RegistrationText.title), content, status: status)
  }

  /// The first step with something to do; the end where all is told.
  func nextOpen(_ registration: Registration, _ visit: Visit) -> RegistrationStep {
    let draft = RegistrationDraft(fields: registration.fields, forms: forms(visit))
    let errors = RegistrationCheck(draft.body).errors(visit)
    return RegistrationStep.told.first { !RegistrationDraft.errors(errors, of: $0).isEmpty } ?? .review
  }

  /// One step's page.
  func show() async throws -> PageReply {
    guard let step else { throw Problem.notFound }
    if page.call.actor != nil { return .redirect("/") }
    let visit = try page.call.visit
    guard let registration = try await registration() else {
      return step == .account ? accountReply(visit, page.newForm(), status: 200) : .redirect("/register")
    }
    let draft = RegistrationDraft(fields: registration.fields, forms: forms(visit))
    switch step {
    case .account: return .redirect("/register")
    case .review: return try await RegistrationEnd(page).show(registration, draft, visit)
    case .lines: return RegistrationLines(page).show(registration, draft, visit)
    default:
      let form = draft.forms.form(step, current: draft.fields)
      return stepReply(step, form, page.newForm(form.startValues), draft, visit, status: 200)
    }
  }

  /// What was sent from one step's page, or from the beginning.
  func send() async throws -> PageReply {
    let visit = try page.call.visit
    switch page.call.parameters["step"] {
    case "resume": return try await RegistrationReturn(page).resume(visit)
    case "discard": return try await RegistrationReturn(page).discard()
    case "account": return try await RegistrationReturn(page).begin(visit)
    default: break
    }
    guard let step else { throw Problem.notFound }
    guard let registration = try await registration() else { return .redirect("/register") }
    switch step {
    case .review: return try await RegistrationEnd(page).finish(registration, visit)
    case .lines: return try await RegistrationLines(page).save(registration, visit)
    default: return try await save(step, registration, visit)
    }
  }

  /// Keeps what was typed, also where it is not right yet, and tells what is wrong with it.
  private func save(_ step: RegistrationStep, _ registration: Registration, _ visit: Visit) async throws
    -> PageReply
  {
    var registration = registration
    let form = forms(visit).form(step)
    for field in form.fields {
      registration.fields[field.name] = page.form.filled(form.prefix + field.name)
    }
    let kept = registration
    try await page.call.withTenant { try await kept.save($0, at: page.call.now) }
    let draft = RegistrationDraft(fields: kept.fields, forms: forms(visit))
    let errors = RegistrationDraft.errors(try await problems(draft, visit), of: step)
    guard !errors.isEmpty else { return .redirect(step.next.url.text) }
    var state = page.newForm(page.form.texts)
    let again = draft.forms.form(step, current: draft.fields)
    state.problems = again.problems(errors, language)
    return stepReply(step, again, state, draft, visit, status: 422)
  }

  /// What the rules have against it, and what somebody else has registered.
  func problems(_ draft: RegistrationDraft, _ visit: Visit) async throws -> [FieldError] {
    let check = RegistrationCheck(draft.body)
    let errors = check.errors(visit)
    do {
      _ = try await page.call.telling {
        let claims = try await page.call.withTenant { try await check.claims($0) }
        guard claims.isEmpty else { throw Procurement.Refusal.alreadyRegistered(claims) }
        return Answer(status: 204)
      }
    } catch Procurement.Refusal.alreadyRegistered(let claims) {
      return errors + claims
    }
    return errors
  }

  func accountReply(_ visit: Visit, _ state: FormState, status: Int) -> PageReply {
    stepReply(
      .account, forms(visit).form(.account), state,
      RegistrationDraft(fields: [:], forms: forms(visit)), visit, status: status)
  }

  private func stepReply(
    _ step: RegistrationStep, _ form: ActionForm, _ state: FormState, _ draft: RegistrationDraft,
    _ visit: Visit, status: Int
  ) -> PageReply {
    let content = RegistrationPage(
      language: language, step: step, progress: progress(draft, visit, at: step), form: form, state: state)
    return .page(language(RegistrationText.stepTitle(step)), content, status: status)
  }

  /// Which steps are done and which are still open.
  func progress(_ draft: RegistrationDraft, _ visit: Visit, at step: RegistrationStep) -> RegistrationProgress
  {
    let errors = RegistrationCheck(draft.body).errors(visit)
    let open = RegistrationStep.told.filter { !RegistrationDraft.errors(errors, of: $0).isEmpty }
    return RegistrationProgress(language: language, here: step, open: Set(open), hasAccount: step != .account)
  }
}
