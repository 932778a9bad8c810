import HTML

/// Tells somebody whose e-mail address is not proved yet how to prove it; it stands on every page until then.
struct AddressBanner: Component {
  let language: Language
  let email: String
  /// What proves that the form is ours.
  let formToken: String

  func write(to h: Hypertext) {
    h.section(.class("notice unproved"), .aria(.labelledby, "unproved"), .data(.tone, Tone.warn.rawValue)) {
      h.h2(language(AccountText.unprovedTitle(email)), .id("unproved"))
      h.p(language(AccountText.unprovedAdvice))
      h.form(.post, to: "/account/email-proof") {
        h.put(FormToken(value: formToken))
        h.button(.submit, language(AccountText.sendAgain), .data(.tone, ButtonWeight.quiet.tone))
      }
    }
  }
}
