import HTML

/// The form that asks for a link.
struct ResetPage: Component {
  let form: FormState

  func write(to h: Hypertext) {
    let language = form.language
    h.div(.class("narrow")) {
      h.h1(language(AddressText.resetTitle))
      h.p(language(AddressText.resetLead))
      h.put(ErrorSummary(form: form))
      h.form(.post, to: "/password-resets", .class("card form")) {
        h.put(HiddenFields(form: form))
        h.put(
          TextField(
            field: FieldLabel(name: "email", label: language(SignInText.email)), form: form, type: .email,
            maxLength: 254, autocomplete: "username"))
        h.button(.submit, language(AddressText.resetAsk))
      }
      h.p { h.a("/sign-in", language(SignInText.title)) }
    }
  }
}

/// What is told when a link was asked for, whether there is such an account or not.
struct SentLink: Component {
  let language: Language

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.h1(language(AddressText.resetAsked))
      h.p(language(AddressText.resetAskedAdvice))
      h.p { h.a("/sign-in", language(SignInText.title)) }
    }
  }
}

/// What stands behind a link that was used or is too old, and where a new one is had.
struct LinkGone: Component {
  let language: Language
  let advice: String
  let next: (url: PageURL, text: String)

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.h1(language(SignInText.invitationGone))
      h.p(advice)
      h.p { h.a(next.url, next.text) }
    }
  }
}
