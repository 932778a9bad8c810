import HTML

/// Everything that is wrong with a form, each a link to its field; it is read out and focused at once.
struct ErrorSummary: Component {
  let form: FormState

  func write(to h: Hypertext) {
    guard !form.problems.isEmpty else { return }
    h.div(
      .class("notice"), .id("errors"), .role("alert"), .tabindex(-1), .data(.tone, Tone.bad.rawValue),
      .autofocus()
    ) {
      h.h2(form.language(FormText.errorsFound(count: form.problems.count)))
      h.ul {
        for problem in form.problems {
          h.li {
            h.a(
              PageURL(fragment: problem.field),
              problem.label.map { "\($0): \(problem.sentence)" } ?? problem.sentence)
          }
        }
      }
    }
  }
}

/// How much a button weighs on its page.
enum ButtonWeight: String, Sendable {
  /// The one thing that the page is for.
  case main
  case quiet
  /// What cannot be taken back.
  case bad

  var tone: String? { self == .main ? nil : rawValue }
}

/// A link that looks like a button.
struct LinkButton: Component {
  let url: PageURL
  let text: String
  var weight: ButtonWeight = .main

  func write(to h: Hypertext) { h.a(url, text, .class("button"), .data(.tone, weight.tone)) }
}

/// A form that is no more than a button.
struct ActionButton: Component {
  let url: PageURL
  let text: String
  let form: FormState
  var weight: ButtonWeight = .main
  /// A question that is asked first where scripts run.
  var confirm: String?

  func write(to h: Hypertext) {
    h.form(.post, to: url) {
      h.put(HiddenFields(form: form))
      h.button(.submit, text, .data(.tone, weight.tone), .data(.confirm, confirm))
    }
  }
}
