import HTML

/// The form with its button.
struct ActionFormPiece: Component {
  let form: ActionForm
  let state: FormState
  let url: PageURL
  let title: String
  var explanation: String?
  var weight: ButtonWeight = .main
  /// The version of what is shown, so that nobody changes what somebody else has changed meanwhile.
  var version: Int?
  /// Actions besides the expected one are folded away until they are wanted.
  var isFolded = false

  func write(to h: Hypertext) {
    if isFolded {
      h.details(.class("card step"), .open(!state.problems.isEmpty)) {
        h.summary(title)
        // A link to the form opens what it is folded into.
        h.div(.id("do-\(form.action)")) { content(h) }
      }
    } else {
      h.section(.class("card step"), .aria(.labelledby, "do-\(form.action)")) {
        h.h3(title, .id("do-\(form.action)"))
        content(h)
      }
    }
  }

  private func content(_ h: Hypertext) {
    if let explanation { h.p(explanation) }
    h.put(ErrorSummary(form: state))
    h.form(.post, to: url) {
      h.put(HiddenFields(form: state))
      if let version { h.input(.hidden, .name(StepFormPiece.versionField), .value("v\(version)")) }
      h.put(ActionFields(form: form, state: state))
      h.button(.submit, title, .data(.tone, weight.tone))
    }
  }
}

/// The fields of a form, each with its label, its help and its error.
struct ActionFields: Component {
  let form: ActionForm
  let state: FormState

  func write(to h: Hypertext) { for field in form.fields { self.field(field, h) } }

  private func typed(_ field: ActionForm.Field, _ label: FieldLabel) -> TextField {
    var control = TextField(
      field: label, form: state, maxLength: field.maxLength, autocomplete: field.autocomplete)
    switch field.kind {
    case .email: control.type = .email
    case .phone: control.type = .tel
    case .password: control.type = .password
    default: control.inputMode = "numeric"
    }
    return control
  }

  func field(_ field: ActionForm.Field, _ h: Hypertext) {
    let label = FieldLabel(
      name: form.prefix + field.name, label: field.label, hint: field.hint, isRequired: field.isRequired)
    switch field.kind {
    case .line, .code:
      h.put(
        TextField(field: label, form: state, maxLength: field.maxLength, autocomplete: field.autocomplete))
    case .email, .phone, .password, .digits: h.put(typed(field, label))
    case .radio(let choices): h.put(RadioField(field: label, form: state, choices: choices))
    case .lines: h.put(TextAreaField(field: label, form: state, maxLength: field.maxLength))
    case .day: h.put(TextField(field: label, form: state, type: .date, isShort: true))
    case .money: h.put(MoneyField(field: label, form: state))
    case .number:
      h.put(
        TextField(field: label, form: state, maxLength: field.maxLength, inputMode: "numeric", isShort: true))
    case .choice(let choices): h.put(SelectField(field: label, form: state, choices: choices))
    case .lookup(let lookup): h.put(LookupField(field: label, form: state, lookup: lookup))
    case .truth(let yes, let no):
      h.put(
        RadioField(
          field: label, form: state,
          choices: [Choice(value: "true", text: yes), Choice(value: "false", text: no)]))
    case .ticks(let choices): h.put(TicksField(field: label, form: state, choices: choices))
    case .tick: h.put(CheckField(field: label, form: state))
    case .codes: h.put(TextField(field: label, form: state, maxLength: 2000, autocomplete: "off"))
    case .moment: h.put(TextField(field: label, form: state, type: .dateTimeLocal, isShort: true))
    }
  }
}
