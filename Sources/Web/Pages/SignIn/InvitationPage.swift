import HTML

/// The form for a first password.
struct InvitationPage: Component {
  let form: FormState
  let token: String

  func write(to h: Hypertext) {
    let language = form.language
    h.div(.class("narrow")) {
      h.h1(language(SignInText.setTitle))
      h.p(language(SignInText.setLead))
      h.put(ErrorSummary(form: form))
      h.form(.post, to: PageURL(path: ["invitations", token]), .class("card form")) {
        h.put(HiddenFields(form: form))
        h.put(
          TextField(
            field: FieldLabel(
              name: "password", label: language(SignInText.newPassword),
              hint: language(SignInText.passwordHint)),
            form: form, type: .password, autocomplete: "new-password"))
        h.button(.submit, language(SignInText.save))
      }
    }
  }
}

/// What stands behind a link that was used or is too old.
struct InvitationGone: Component {
  let language: Language

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.h1(language(SignInText.invitationGone))
      h.p(language(SignInText.invitationGoneAdvice))
      h.p { h.a("/sign-in", language(SignInText.title)) }
    }
  }
}
