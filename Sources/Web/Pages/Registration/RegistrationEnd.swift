import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The last step: everything once more, what is missing, and the account.
struct RegistrationEnd {
  private let page: PageCall
  private let registering: Registering

  init(_ page: PageCall) {
    self.page = page
    registering = Registering(page)
  }

  func show(_ registration: Registration, _ draft: RegistrationDraft, _ visit: Visit) async throws
    -> PageReply
  {
    reply(draft, try await registering.problems(draft, visit), visit, status: 200)
  }

  private func reply(_ draft: RegistrationDraft, _ errors: [FieldError], _ visit: Visit, status: Int)
    -> PageReply
  {
    let content = RegistrationReview(
      language: page.language, progress: registering.progress(draft, visit, at: .review), draft: draft,
      directory: page.services.directory, errors: errors,
      papers: RegistrationCheck(draft.body).requiredPapers(visit), form: page.newForm())
    return .page(page.language(RegistrationText.stepTitle(.review)), content, status: status)
  }

  /// The vendor is registered in `draft` and its owner signed in; a second sending finds that done.
  func finish(_ registration: Registration, _ visit: Visit) async throws -> PageReply {
    let draft = RegistrationDraft(fields: registration.fields, forms: registering.forms(visit))
    do throws(any Error) {
      let register = try RegisterVendor(
        registration, body: draft.body, visit, language: page.language.rawValue)
      let call = page.call
      _ = try await call.telling {
        try await call.withTenant { try await register(visit, Write(), $0) }
      }
    } catch Procurement.Refusal.invalid(let errors) {
      return reply(draft, errors, visit, status: 422)
    } catch Procurement.Refusal.alreadyRegistered(let errors) {
      return reply(draft, errors, visit, status: 409)
    } catch Procurement.Refusal.notFound {
      return .redirect("/sign-in", cookies: [PageCookies.clearing(PageCookies.registration)])
    }
    let session = try await signIn(registration.email)
    return .redirect(
      "/profile/papers?done=registered",
      cookies: [
        PageCookies.clearing(PageCookies.registration),
        PageCookies.setting(PageCookies.session, session.token.text),
      ])
  }

  private func signIn(_ email: String) async throws -> SignIn.Session {
    let call = page.call
    let attempt = SignIn.Attempt(
      email: email, password: "", address: call.remoteAddress, userAgent: call.userAgent)
    let signIn = SignIn(hasher: call.services.hasher, realm: .tenant)
    return try await call.withTenant { try await signIn.open(newAccount: attempt, $0, at: call.now) }
  }
}

/// The page of the last step.
struct RegistrationReview: Component {
  let language: Language
  let progress: RegistrationProgress
  let draft: RegistrationDraft
  let directory: NationalDirectory
  let errors: [FieldError]
  /// The kinds of papers that come next.
  let papers: [String]
  let form: FormState

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.put(progress)
      h.h1(language(RegistrationText.stepTitle(.review)))
      h.p(language(RegistrationText.stepLead(.review)))
      missing(h)
      for step in RegistrationStep.told { part(step, h) }
      h.section {
        h.h2(language(RegistrationText.papersNext))
        h.p(language(RegistrationText.papersNextLead))
        h.ul { for kind in papers { h.li { h.text(language(PaperText.name(kind))) } } }
      }
      h.p(language(errors.isEmpty ? RegistrationText.finishLead : .notYet))
      if errors.isEmpty {
        h.put(
          ActionButton(
            url: RegistrationStep.review.url, text: language(RegistrationText.finish), form: form))
      }
    }
  }

  /// Each thing that is missing leads to its step.
  private func missing(_ h: Hypertext) {
    guard !errors.isEmpty else { return }
    h.div(.class("notice"), .id("errors"), .role("alert"), .data(.tone, Tone.warn.rawValue)) {
      h.h2(language(RegistrationText.missing))
      h.ul {
        for step in [RegistrationStep.account] + RegistrationStep.told {
          for error in RegistrationDraft.errors(errors, of: step) {
            h.li {
              h.a(step.url, language(RegistrationText.stepTitle(step)))
              h.text(": \(name(error, step)) – \(language.pick(error.detail))")
            }
          }
        }
      }
    }
  }

  private func name(_ error: FieldError, _ step: RegistrationStep) -> String {
    let path = FormState.field(pointer: error.pointer)
    let field = step.fields.first { path == $0.rawValue || path.hasPrefix($0.rawValue + ".") }
    return field.map { language(RegistrationText.label($0)) }
      ?? language(RegistrationText.stepTitle(step))
  }

  private func part(_ step: RegistrationStep, _ h: Hypertext) {
    h.section(.class("card")) {
      h.h2(language(RegistrationText.stepTitle(step)))
      h.put(Facts(facts: facts(step)))
      h.p { h.a(step.url, language(RegistrationText.change), .aria(.label, changeLabel(step))) }
    }
  }

  private func changeLabel(_ step: RegistrationStep) -> String {
    "\(language(RegistrationText.change)): \(language(RegistrationText.stepTitle(step)))"
  }

  private func facts(_ step: RegistrationStep) -> [Facts.Fact] {
    let told = ToldFields(language: language, directory: directory, forms: draft.forms, fields: draft.fields)
    if step == .lines {
      return [Facts.Fact(name: language(RegistrationText.stepTitle(.lines)), value: told.lines(draft.lines))]
    }
    return step.fields.compactMap { field in
      let value = told.text(field)
      if value == nil, !field.isRequired { return nil }
      return Facts.Fact(
        name: language(RegistrationText.label(field)), value: value ?? language(RegistrationText.empty))
    }
  }
}

/// What was told in the fields, in words: names instead of codes.
struct ToldFields {
  let language: Language
  let directory: NationalDirectory
  let forms: RegistrationForms
  let fields: [String: String]

  /// Nil where nothing was told.
  func text(_ field: RegistrationField) -> String? {
    guard let value = fields[field.rawValue], !value.isEmpty else { return nil }
    switch field {
    case .region: return directory.regionName(value).map { "\($0) (\(value))" } ?? value
    case .bankCode: return directory.bankName(value) ?? value
    case .legalForm: return LegalForm(rawValue: value).map { language(RegistrationText.legalForm($0)) }
    case .size: return BusinessSize(rawValue: value).map { language(RegistrationText.size($0)) }
    case .vatRegistered: return language(value == "true" ? RegistrationText.vatYes : .vatNo)
    case .capital, .yearlySales, .statementTurnover:
      return Int64(TypedMoney.digits(value)).map { language.money(Rupiah($0)) } ?? value
    case .letterUntil, .statementDate: return Day(value).map { language.day($0) } ?? value
    default: return value
    }
  }

  func lines(_ codes: [String]) -> String {
    let names = codes.map { code in
      let entry = KBLI(code).flatMap { directory.business($0) }
      return entry.map { "\(language == .indonesian ? $0.name : $0.english) (\(code))" } ?? code
    }
    return names.isEmpty ? language(RegistrationText.empty) : names.joined(separator: "; ")
  }
}
