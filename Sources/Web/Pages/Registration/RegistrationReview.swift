import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

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
    h.div(.class("narrow stack")) {
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
