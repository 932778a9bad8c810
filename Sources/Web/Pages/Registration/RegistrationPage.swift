import HTML

/// One step: its questions and nothing else.
struct RegistrationPage: Component {
  let language: Language
  let step: RegistrationStep
  let progress: RegistrationProgress
  let form: ActionForm
  let state: FormState

  func write(to h: Hypertext) {
    h.div(.class("narrow stack")) {
      h.put(progress)
      h.h1(language(RegistrationText.stepTitle(step)))
      h.p(language(RegistrationText.stepLead(step)))
      h.put(ErrorSummary(form: state))
      h.form(.post, to: step.url, .class("card form")) {
        h.put(HiddenFields(form: state))
        h.put(ActionFields(form: form, state: state))
        h.button(.submit, language(RegistrationText.saveAndGoOn))
      }
      h.p(language(step == .account ? RegistrationText.haveAccount : .kept), .class("quiet"))
      if step == .account {
        h.p {
          h.a("/sign-in", language(SignInText.title))
          h.text(" · ")
          h.a("/register", language(RegistrationText.goOn))
        }
      }
    }
  }
}

/// Where in the registration the page is, with ways to the other steps.
struct RegistrationProgress: Component {
  let language: Language
  let here: RegistrationStep
  /// The steps that lack something.
  let open: Set<RegistrationStep>
  let hasAccount: Bool

  func write(to h: Hypertext) {
    let count = RegistrationStep.allCases.count
    h.p(.class("quiet")) {
      h.text(language(RegistrationText.stepOf(number: here.number, count: count)))
      h.text(" ")
      h.progress(here.number, of: count, .aria(.label, language(RegistrationText.progress)))
    }
    guard hasAccount else { return }
    h.details {
      h.summary(language(RegistrationText.allSteps))
      h.ol {
        for step in RegistrationStep.allCases where step != .account {
          h.li(.aria(.current, step == here ? "step" : nil)) {
            h.a(step.url, language(RegistrationText.stepTitle(step)))
            if RegistrationStep.told.contains(step) {
              h.text(" ")
              h.put(
                Badge(
                  language(open.contains(step) ? RegistrationText.stillOpen : .told),
                  tone: open.contains(step) ? .warn : .good))
            }
          }
        }
      }
    }
  }
}
