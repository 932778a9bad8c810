import EOrderRules
import HTML

/// One's own account: address, password and one-time codes.
struct AccountPage: Component {
  let language: Language
  let email: String
  let isProved: Bool
  let done: AccountDone?
  let address: FormState
  let password: FormState
  /// Whether the code is asked for besides the password.
  let asksForCode: Bool
  let hasSecondFactor: Bool

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      if let done { h.put(Remark(text: language(AccountText.done(done)), tone: .good)) }
      h.h1(language(AccountText.title))
      h.put(
        Facts(facts: [
          Facts.Fact(name: language(AccountText.address), value: email)
        ]))
      h.p(language(isProved ? AccountText.addressProved : .addressUnproved), .class("quiet"))
      h.p(language(AccountText.language), .class("quiet"))
      addressForm(h)
      passwordForm(h)
      secondFactor(h)
    }
  }

  private func secondFactor(_ h: Hypertext) {
    h.section(.class("card"), .aria(.labelledby, "second-factor")) {
      h.h2(language(SecondFactorText.title), .id("second-factor"))
      h.p(language(SecondFactorText.lead))
      h.p {
        h.put(
          LinkButton(
            url: "/account/second-factor",
            text: language(hasSecondFactor ? SecondFactorText.manage : SecondFactorText.begin), weight: .quiet
          ))
      }
    }
  }

  private func addressForm(_ h: Hypertext) {
    h.section(.class("card"), .aria(.labelledby, "address")) {
      h.h2(language(AccountText.changeAddress), .id("address"))
      h.p(language(AccountText.changeAddressHint))
      h.put(ErrorSummary(form: address))
      h.form(.post, to: "/account/email", .class("form")) {
        h.put(HiddenFields(form: address))
        h.put(
          TextField(
            field: FieldLabel(name: "email", label: language(AccountText.newAddress)), form: address,
            type: .email,
            maxLength: 254, autocomplete: "email"))
        h.put(
          TextField(
            field: FieldLabel(name: "password", label: language(AccountText.yourPassword)), form: address,
            type: .password, autocomplete: "current-password"))
        if asksForCode {
          h.put(
            TextField(
              field: FieldLabel(
                name: "otp", label: language(SecondFactorText.oneCode),
                hint: language(SecondFactorText.codeOrRecovery)), form: address, maxLength: 40,
              autocomplete: "one-time-code"))
        }
        h.button(.submit, language(AccountText.changeAddress))
      }
    }
  }

  private func passwordForm(_ h: Hypertext) {
    h.section(.class("card"), .aria(.labelledby, "password-head")) {
      h.h2(language(AccountText.changePassword), .id("password-head"))
      h.p(language(AccountText.sessionsEnd))
      h.put(ErrorSummary(form: password))
      h.form(.post, to: "/account/password", .class("form")) {
        h.put(HiddenFields(form: password))
        h.put(
          TextField(
            field: FieldLabel(name: "current", label: language(AccountText.currentPassword)), form: password,
            type: .password, autocomplete: "current-password"))
        h.put(
          TextField(
            field: FieldLabel(
              name: "new", label: language(AccountText.newPassword), hint: language(SignInText.passwordHint)),
            form: password, type: .password, autocomplete: "new-password"))
        h.button(.submit, language(AccountText.changePassword))
      }
    }
  }
}
