import HTML

/// The form for a first password, or for one in place of one that was lost.
struct NewPasswordPage: Component {
  let form: FormState
  let url: PageURL
  let title: String
  let lead: String
  let save: String

  func write(to h: Hypertext) {
    let language = form.language
    h.div(.class("narrow")) {
      h.h1(title)
      h.p(lead)
      h.put(ErrorSummary(form: form))
      h.form(.post, to: url, .class("card form")) {
        h.put(HiddenFields(form: form))
        h.put(
          TextField(
            field: FieldLabel(
              name: "password", label: language(SignInText.newPassword),
              hint: language(SignInText.passwordHint)),
            form: form, type: .password, autocomplete: "new-password"))
        h.button(.submit, save)
      }
    }
  }
}

extension NewPasswordPage {
  /// Whoever was invited sets the first.
  static func invited(_ form: FormState, token: String) -> NewPasswordPage {
    let language = form.language
    return NewPasswordPage(
      form: form, url: PageURL(path: ["invitations", token]), title: language(SignInText.setTitle),
      lead: language(SignInText.setLead), save: language(SignInText.save))
  }

  /// Whoever has lost theirs sets another.
  static func reset(_ form: FormState, token: String) -> NewPasswordPage {
    let language = form.language
    return NewPasswordPage(
      form: form, url: PageURL(path: ["password-resets", token]), title: language(AddressText.newTitle),
      lead: language(AddressText.newLead), save: language(AddressText.newSave))
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
