import HTML

/// One thing that can be chosen.
struct Choice: Sendable {
  let value: String
  let text: String
}

/// A choice of one from a list that unfolds.
struct SelectField: Component {
  let field: FieldLabel
  let form: FormState
  let choices: [Choice]

  func write(to h: Hypertext) {
    h.field(field, in: form) { links in
      h.select(
        .id(links.id), .name(field.name), .required(field.isRequired),
        .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid)
      ) {
        let chosen = form.value(field.name)
        h.option("", form.language(FormText.choose), selected: chosen.isEmpty)
        for choice in choices { h.option(choice.value, choice.text, selected: choice.value == chosen) }
      }
    }
  }
}

/// A choice of one from a few that are all in sight.
struct RadioField: Component {
  let field: FieldLabel
  let form: FormState
  let choices: [Choice]

  func write(to h: Hypertext) {
    h.fieldGroup(field, in: form) { links in
      for (index, choice) in choices.enumerated() {
        let id = "\(links.id)-\(index)"
        h.label(for: id, .class("choice")) {
          h.input(
            .radio, .id(id), .name(field.name), .value(choice.value), .required(field.isRequired),
            .checked(form.value(field.name) == choice.value))
          h.span(choice.text)
        }
      }
    }
  }
}

/// A box that is ticked or not; a ticked one sends `true`.
struct CheckField: Component {
  let field: FieldLabel
  let form: FormState

  func write(to h: Hypertext) {
    let links = FieldLinks(field, in: form)
    h.div(.class("field"), .data(.state, links.isInvalid ? "invalid" : nil)) {
      if let problem = form.problem(field.name) {
        h.p(problem, .class("error"), .id("\(links.id)-error"))
      }
      h.label(for: links.id, .class("choice")) {
        h.input(
          .checkbox, .id(links.id), .name(field.name), .value("true"),
          .checked(form.value(field.name) == "true"), .required(field.isRequired),
          .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
        h.span(field.label)
      }
      if let hint = field.hint { h.p(hint, .class("hint"), .id("\(links.id)-hint")) }
    }
  }
}

/// Any number of a few that are all in sight; each ticked one sends `true` under its own name.
struct TicksField: Component {
  let field: FieldLabel
  let form: FormState
  let choices: [Choice]

  func write(to h: Hypertext) {
    h.fieldGroup(field, in: form) { links in
      for choice in choices {
        let name = "\(field.name).\(choice.value)"
        h.label(for: name, .class("choice")) {
          h.input(.checkbox, .id(name), .name(name), .value("true"), .checked(form.value(name) == "true"))
          h.span(choice.text)
        }
      }
    }
  }
}
