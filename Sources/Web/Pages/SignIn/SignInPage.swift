import HTML

/// The form for signing in.
struct SignInPage: Component {
  enum Message: Sendable { case needed, passwordSet, signedOut, late }

  let form: FormState
  let isCentral: Bool
  let message: Message?

  private var language: Language { form.language }

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      notice(h)
      h.h1(language(SignInText.title))
      h.p(language(isCentral ? SignInText.leadCentral : .lead))
      h.put(ErrorSummary(form: form))
      h.form(.post, to: "/sign-in", .class("card form")) {
        h.put(HiddenFields(form: form))
        h.input(.hidden, .name("next"), .value(form.value("next")))
        h.put(
          TextField(
            field: FieldLabel(name: "email", label: language(SignInText.email)), form: form, type: .email,
            maxLength: 254, autocomplete: "username"))
        h.put(
          TextField(
            field: FieldLabel(name: "password", label: language(SignInText.password)), form: form,
            type: .password, autocomplete: "current-password"))
        h.button(.submit, language(SignInText.submit))
      }
      h.p { h.a("/password-resets", language(AddressText.forgot)) }
    }
  }

  private func notice(_ h: Hypertext) {
    switch message {
    case .none: break
    case .late: h.put(Remark(text: language(SecondFactorText.tooLate), tone: .warn))
    case .needed: h.put(Remark(text: language(SignInText.needed)))
    case .signedOut: h.put(Remark(text: language(SignInText.signedOut), tone: .good))
    case .passwordSet:
      h.put(
        Notice(
          title: language(SignInText.passwordSet), text: language(SignInText.passwordSetAdvice), tone: .good))
    }
  }
}

/// A sentence above a page.
struct Remark: Component {
  let text: String
  var tone: Tone = .info

  func write(to h: Hypertext) {
    h.div(.class("notice"), .role("status"), .data(.tone, tone.rawValue)) { h.p(text) }
  }
}
