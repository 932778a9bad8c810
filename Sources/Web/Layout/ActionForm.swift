import Foundation
import HTML
import StrictJSON

/// A form that becomes the body of one request of the API: its fields are named like the API's pointers, with dots.
///
/// Several of these may stand on one page, so the names begin with the action's.
struct ActionForm: Sendable {
  /// One field, which becomes a member of the body.
  struct Field: Sendable {
    enum Kind: Sendable {
      case line, lines, day, money, number, email, phone, password
      /// A code of digits, in which people write dots and blanks.
      case digits
      case choice([Choice])
      /// A choice of a few that are all in sight; the value is a text.
      case radio([Choice])
      /// Yes or no.
      case truth(yes: String, no: String)
    }

    /// `deliverTo.street` is a member of a member, `lines.0.quantity` one of a list's first element.
    let name: String
    let label: String
    var hint: String?
    var kind = Kind.line
    var isRequired = true
    /// What stands in it at first.
    var start = ""
    var maxLength = 200
    /// What a browser may fill in by itself.
    var autocomplete = "off"
  }

  let action: String
  let fields: [Field]

  var prefix: String { action + "." }

  /// What stands in the fields at first.
  var startValues: [String: String] {
    Dictionary(uniqueKeysWithValues: fields.filter { !$0.start.isEmpty }.map { (prefix + $0.name, $0.start) })
  }

  /// The body for the request's shape: blank fields are left out.
  func body(_ form: SentForm) -> JSONValue {
    var tree = Branch()
    for field in fields {
      guard let text = form.filled(prefix + field.name) else { continue }
      let value: JSONValue =
        switch field.kind {
        case .money, .number: Shape.integer().reading(TypedMoney.digits(text))
        case .truth: Shape.boolean.reading(text)
        case .digits: .string(TypedCode.digits(text))
        case .phone: .string(TypedCode.phone(text))
        case .email: .string(text.trimmingCharacters(in: .whitespaces))
        case .line, .lines, .day, .password, .choice, .radio: .string(text)
        }
      tree.put(value, at: field.name.split(separator: ".").map(String.init))
    }
    return tree.value
  }

  /// What is wrong with the fields; an error of something that the form does not ask for stands at its first field.
  func problems(_ errors: [FieldError], _ language: Language) -> [FormState.Problem] {
    errors.map { error in
      let path = FormState.field(pointer: error.pointer)
      let name =
        fields.first { path == $0.name || path.hasPrefix($0.name + ".") }?.name
        ?? fields.first { $0.name.hasPrefix(path + ".") }?.name ?? fields.first?.name ?? path
      return FormState.Problem(field: prefix + name, sentence: language.pick(error.detail))
    }
  }
}

/// Members and elements on their way to a body.
private struct Branch {
  private var leaf: JSONValue?
  private var members: [(name: String, branch: Branch)] = []

  mutating func put(_ value: JSONValue, at path: [String]) {
    guard let first = path.first else {
      leaf = value
      return
    }
    if !members.contains(where: { $0.name == first }) { members.append((first, Branch())) }
    guard let index = members.firstIndex(where: { $0.name == first }) else { return }
    members[index].branch.put(value, at: Array(path.dropFirst()))
  }

  var value: JSONValue {
    if let leaf { return leaf }
    if !members.isEmpty, members.allSatisfy({ Int($0.name) != nil }) {
      return .array(members.map(\.branch.value))
    }
    return .object(members.map { JSONMember(name: $0.name, value: $0.branch.value) })
  }
}

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
        content(h)
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

  private func field(_ field: ActionForm.Field, _ h: Hypertext) {
    let label = FieldLabel(
      name: form.prefix + field.name, label: field.label, hint: field.hint, isRequired: field.isRequired)
    switch field.kind {
    case .line:
      h.put(
        TextField(field: label, form: state, maxLength: field.maxLength, autocomplete: field.autocomplete))
    case .email, .phone, .password, .digits: h.put(typed(field, label))
    case .radio(let choices): h.put(RadioField(field: label, form: state, choices: choices))
    case .truth(let yes, let no):
      h.put(
        RadioField(
          field: label, form: state,
          choices: [Choice(value: "true", text: yes), Choice(value: "false", text: no)]))
    case .lines: h.put(TextAreaField(field: label, form: state, maxLength: field.maxLength))
    case .day: h.put(TextField(field: label, form: state, type: .date, isShort: true))
    case .money: h.put(MoneyField(field: label, form: state))
    case .number:
      h.put(
        TextField(field: label, form: state, maxLength: field.maxLength, inputMode: "numeric", isShort: true))
    case .choice(let choices): h.put(SelectField(field: label, form: state, choices: choices))
    }
  }
}
