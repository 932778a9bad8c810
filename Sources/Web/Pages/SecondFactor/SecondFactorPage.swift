import Authentication
import HTML

/// One's own one-time codes: off, waiting for the first code, or on.
struct SecondFactorPage: Component {
  enum Standing: Sendable {
    case off
    /// A seed waits for its first code; in a move the phone before stays in force until then.
    case waiting(OneTimeSeed, uri: String, isMove: Bool)
    case on(since: String, recoveryCodes: Int)
  }

  let language: Language
  let standing: Standing
  let isNeeded: Bool
  /// Whether the password is asked for once more before a seed is made.
  let asksForPassword: Bool
  let wasRemoved: Bool
  let begin: FormState
  let first: FormState
  let renew: FormState
  let remove: FormState

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      if wasRemoved { h.put(Remark(text: language(SecondFactorText.removed), tone: .good)) }
      h.h1(language(SecondFactorText.title))
      switch standing {
      case .off: off(h)
      case .waiting(let seed, let uri, let isMove):
        if isMove { h.p(language(SecondFactorText.moving)) }
        waiting(seed, uri, h)
        abandoning(isMove, h)
      case .on(let since, let codes): on(since, codes, h)
      }
    }
  }

  private func off(_ h: Hypertext) {
    h.p(language(isNeeded ? SecondFactorText.needed : SecondFactorText.notYet))
    h.p(language(SecondFactorText.lead))
    h.p(language(SecondFactorText.beginHint), .class("quiet"))
    h.put(ErrorSummary(form: begin))
    h.form(.post, to: "/account/second-factor", .class("card form")) {
      h.put(HiddenFields(form: begin))
      if asksForPassword {
        h.p(language(SecondFactorText.proof))
        h.put(passwordField(begin))
      }
      h.button(.submit, language(SecondFactorText.begin))
    }
  }

  private func waiting(_ seed: OneTimeSeed, _ uri: String, _ h: Hypertext) {
    h.p(language(SecondFactorText.scan))
    if let code = QRCode(uri) { h.put(QRPicture(code: code, label: language(SecondFactorText.picture))) }
    h.p(language(SecondFactorText.orType))
    h.p(.class("typed-key")) { h.code(seed.text.inGroups) }
    h.p(language(SecondFactorText.thenCode))
    h.put(ErrorSummary(form: first))
    h.form(.post, to: "/account/second-factor/confirm", .class("card form")) {
      h.put(HiddenFields(form: first))
      h.input(.hidden, .name("next"), .value(first.value("next")))
      h.put(
        TextField(
          field: FieldLabel(
            name: "code", label: language(SecondFactorText.code), hint: language(SecondFactorText.codeHint)),
          form: first, maxLength: 10, autocomplete: "one-time-code", inputMode: "numeric", isShort: true))
      h.button(.submit, language(SecondFactorText.confirm))
    }
  }

  private func abandoning(_ isMove: Bool, _ h: Hypertext) {
    h.form(.post, to: "/account/second-factor/abandon") {
      h.put(HiddenFields(form: first))
      h.input(.hidden, .name("next"), .value(first.value("next")))
      h.button(
        .submit, language(isMove ? SecondFactorText.stayWithOld : SecondFactorText.abandon),
        .data(.tone, ButtonWeight.quiet.tone))
    }
  }

  private func on(_ since: String, _ codes: Int, _ h: Hypertext) {
    h.p(language(SecondFactorText.on(since: since)))
    h.p(language(SecondFactorText.left(codes)))
    proving(renew, "/account/second-factor/renew", SecondFactorText.renew, SecondFactorText.renewLead, h)
    if !isNeeded {
      proving(
        remove, "/account/second-factor/remove", SecondFactorText.remove, SecondFactorText.removeLead, h)
    }
  }

  /// A form that asks for password and code; its fields bear the name of the form.
  private func proving(_ form: FormState, _ url: PageURL, _ title: Words, _ lead: Words, _ h: Hypertext) {
    h.details(.class("card step"), .open(!form.problems.isEmpty)) {
      h.summary(language(title))
      h.p(language(lead))
      h.put(ErrorSummary(form: form))
      h.form(.post, to: url) {
        h.put(HiddenFields(form: form))
        h.put(passwordField(form, prefix: form.value("prefix")))
        h.put(
          TextField(
            field: FieldLabel(
              name: form.value("prefix") + "otp", label: language(SecondFactorText.oneCode),
              hint: language(SecondFactorText.codeOrRecovery)), form: form, maxLength: 40,
            autocomplete: "one-time-code"))
        h.button(.submit, language(title), .data(.tone, ButtonWeight.quiet.tone))
      }
    }
  }

  private func passwordField(_ form: FormState, prefix: String = "") -> TextField {
    TextField(
      field: FieldLabel(name: prefix + "password", label: language(AccountText.yourPassword)), form: form,
      type: .password, autocomplete: "current-password")
  }
}

/// A QR code on a light ground, whatever the theme, with the quiet zone that readers need (ISO/IEC 18004).
struct QRPicture: Component {
  private static let quiet = 4

  let code: QRCode
  let label: String

  func write(to h: Hypertext) {
    let side = code.width + 2 * Self.quiet
    h.div(.class("qr")) {
      h.svg(width: side, height: side, label: label) {
        h.rect(x: 0, y: 0, width: Double(side), height: Double(side), .fill("#fff"))
        h.path(code.path, .transform(x: Self.quiet, y: Self.quiet, scale: 1), .fill("#000"))
      }
    }
  }
}

/// The recovery codes, which are shown this once.
struct RecoveryCodesPage: Component {
  let language: Language
  let codes: [String]
  let next: PageURL

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.put(Remark(text: language(SecondFactorText.done), tone: .good))
      h.h1(language(SecondFactorText.recoveryTitle))
      h.p(language(SecondFactorText.recoveryLead))
      h.ol(.class("card codes")) { for code in codes { h.li { h.code(code) } } }
      h.p { h.put(LinkButton(url: next, text: language(SecondFactorText.goOn))) }
    }
  }
}

extension String {
  /// In groups of four, as people read a long key.
  fileprivate var inGroups: String {
    let letters = Array(self)
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
      .joined(separator: " ")
  }
}
