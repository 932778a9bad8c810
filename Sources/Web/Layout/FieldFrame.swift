import HTML

/// What a field says of itself, whatever control it has.
struct FieldLabel: Sendable {
  let name: String
  let label: String
  var hint: String?
  var isRequired = true
}

/// The identifiers by which a control is tied to its label, its hint and its error.
struct FieldLinks {
  let id: String
  let describedBy: String?
  let isInvalid: Bool

  init(_ field: FieldLabel, in form: FormState) {
    id = field.name
    isInvalid = form.problem(field.name) != nil
    let parts = [field.hint == nil ? nil : "\(id)-hint", isInvalid ? "\(id)-error" : nil].compactMap(\.self)
    describedBy = parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  var invalid: String? { isInvalid ? "true" : nil }
}

extension Hypertext {
  /// A label, its hint and its error with the control that `control` writes.
  func field(_ field: FieldLabel, in form: FormState, control: (FieldLinks) -> Void) {
    let links = FieldLinks(field, in: form)
    div(.class("field"), .data(.state, links.isInvalid ? "invalid" : nil)) {
      label(for: links.id) { caption(field, in: form) }
      remarks(field, in: form)
      control(links)
    }
  }

  /// The same for several controls that answer one question.
  func fieldGroup(_ field: FieldLabel, in form: FormState, controls: (FieldLinks) -> Void) {
    let links = FieldLinks(field, in: form)
    fieldset(
      .class("field"), .id(links.id), .aria(.describedby, links.describedBy),
      .data(.state, links.isInvalid ? "invalid" : nil)
    ) {
      legend { caption(field, in: form) }
      remarks(field, in: form)
      controls(links)
    }
  }

  private func caption(_ field: FieldLabel, in form: FormState) {
    text(field.label)
    if !field.isRequired { span(" (\(form.language(FormText.optional)))", .class("optional")) }
  }

  private func remarks(_ field: FieldLabel, in form: FormState) {
    if let hint = field.hint { p(hint, .class("hint"), .id("\(field.name)-hint")) }
    if let problem = form.problem(field.name) { p(problem, .class("error"), .id("\(field.name)-error")) }
  }
}
