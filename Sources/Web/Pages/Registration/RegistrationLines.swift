import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

/// The step in which lines of business are found by words and chosen.
struct RegistrationLines {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show(_ registration: Registration, _ draft: RegistrationDraft, _ visit: Visit) -> PageReply {
    let words = page.asked("q") ?? ""
    return reply(draft, words, page.newForm([ChosenLines.wordsField: words]), visit, status: 200)
  }

  /// What is ticked stays, what is typed as a code comes along; then the next step, or the words that were looked for.
  func save(_ registration: Registration, _ visit: Visit) async throws -> PageReply {
    let registering = Registering(page)
    var registration = registration
    let before = RegistrationDraft(fields: registration.fields, forms: registering.forms(visit)).lines
    let lines = ChosenLines(page.form, before: before)
    registration.fields[RegistrationDraft.linesField] = lines.codes.joined(separator: "|")
    let kept = registration
    try await page.call.withTenant { try await kept.save($0, at: page.call.now) }
    if let problem = lines.problem(page.language) {
      let draft = RegistrationDraft(fields: kept.fields, forms: registering.forms(visit))
      var form = page.newForm(page.form.texts)
      form.problems = [problem]
      return reply(draft, lines.words, form, visit, status: 422)
    }
    return .redirect(
      lines.searches
        ? PageURL(path: ["register", "lines"], query: [("q", lines.words)]).text
        : RegistrationStep.lines.next.url.text)
  }

  private func reply(
    _ draft: RegistrationDraft, _ words: String, _ form: FormState, _ visit: Visit, status: Int
  ) -> PageReply {
    let content = RegistrationLinesPage(
      language: page.language, progress: Registering(page).progress(draft, visit, at: .lines),
      chooser: LineChooser(form: form, places: page.places, chosen: draft.lines, words: words))
    return .page(page.language(RegistrationText.stepTitle(.lines)), content, status: status)
  }
}

/// The page of that step.
struct RegistrationLinesPage: Component {
  let language: Language
  let progress: RegistrationProgress
  let chooser: LineChooser

  func write(to h: Hypertext) {
    h.div(.class("narrow stack")) {
      h.put(progress)
      h.h1(language(RegistrationText.stepTitle(.lines)))
      h.p(language(RegistrationText.stepLead(.lines)))
      h.put(ErrorSummary(form: chooser.form))
      h.form(.post, to: RegistrationStep.lines.url, .class("card form")) {
        h.put(HiddenFields(form: chooser.form))
        h.put(chooser)
        h.button(.submit, language(RegistrationText.saveAndGoOn))
      }
    }
  }
}
