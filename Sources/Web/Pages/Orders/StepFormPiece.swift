import EOrderRules
import Foundation
import HTML
import Procurement

/// The form of one step, with its button.
struct StepFormPiece: Component {
  let step: StepForm
  let order: UUID
  let version: Int
  let state: FormState
  /// Steps besides the expected one are folded away until they are wanted.
  let isFolded: Bool
  /// The part whose payment it is; nil for the order's own.
  var part: (id: String, number: Int64)?

  static let versionField = "_version"

  private var language: Language { state.language }
  private var title: String {
    let act = language(StepText.act(step.transition))
    return part.map { "\(act) – \(language(MoneyText.part)) \($0.number)" } ?? act
  }
  private var headingID: String { "do-\(step.scope)\(step.transition.rawValue)" }
  private var url: PageURL {
    let path = ["orders", order.uuidString.lowercased()] + (part.map { ["parts", $0.id] } ?? [])
    return PageURL(path: path + [step.transition.rawValue])
  }

  func write(to h: Hypertext) {
    if isFolded {
      h.details(.class("card step"), .open(!state.problems.isEmpty)) {
        h.summary(title)
        h.div(.id(headingID)) { form(h) }
      }
    } else {
      h.section(.class("card step"), .aria(.labelledby, headingID)) {
        h.h3(title, .id(headingID))
        form(h)
      }
    }
  }

  private func form(_ h: Hypertext) {
    h.p(language(StepText.means(step.transition)))
    h.put(ErrorSummary(form: state))
    h.form(.post, to: url, step.takesPaper ? .multipart() : .class(nil)) {
      h.put(HiddenFields(form: state))
      h.input(.hidden, .name(Self.versionField), .value("v\(version)"))
      for field in step.fields { self.field(field, h) }
      h.button(.submit, title, .data(.tone, step.transition.weight.tone))
    }
  }

  private func field(_ field: StepForm.Field, _ h: Hypertext) {
    let label = FieldLabel(
      name: step.prefix + field.name, label: language(field.label), hint: field.hint.map { language($0) },
      isRequired: field.isRequired)
    switch field.kind {
    case .line, .deposit:
      h.put(TextField(field: label, form: state, maxLength: field.maxLength, autocomplete: "off"))
    case .lines: h.put(TextAreaField(field: label, form: state, maxLength: field.maxLength))
    case .day: h.put(TextField(field: label, form: state, type: .date, isShort: true))
    case .choice(let choices, _):
      h.put(
        SelectField(
          field: label, form: state, choices: choices.map { Choice(value: $0.value, text: language($0.text)) }
        ))
    case .paper: h.put(StepPaperFields(field: label, form: state))
    case .money: h.put(MoneyField(field: label, form: state))
    case .quantity:
      h.put(
        TextField(field: label, form: state, maxLength: field.maxLength, inputMode: "numeric", isShort: true))
    }
  }
}
