import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The form of one step of a flag.
struct FlagStepPiece: Component {
  let transition: FlagTransition
  let flag: FlagRow
  let state: FormState

  static let versionField = "_version"

  private var language: Language { state.language }

  /// The member of the body in which the words go.
  static func member(_ transition: FlagTransition) -> String {
    switch transition {
    case .ask: "question"
    case .explain: "text"
    default: "reason"
    }
  }

  /// Several forms stand on one page, so the fields' names begin with the transition's.
  static func prefix(_ transition: FlagTransition) -> String { transition.rawValue + "." }

  /// The body for the transition's shape: blank fields are left out.
  static func body(_ transition: FlagTransition, _ form: SentForm) -> JSONValue {
    .object(
      [member(transition), "reasonCode"].compactMap { name in
        form.written(prefix(transition) + name).map { JSONMember(name: name, value: .string($0)) }
      })
  }

  /// What the field of the words is called.
  static func label(_ transition: FlagTransition) -> FlagText {
    switch transition {
    case .ask: .question
    case .explain: .explanation
    default: .reason
    }
  }

  func write(to h: Hypertext) {
    let title = language(FlagText.act(transition))
    h.section(.class("card step"), .aria(.labelledby, "do-\(transition.rawValue)")) {
      h.h3(title, .id("do-\(transition.rawValue)"))
      h.p(language(FlagText.means(transition)))
      h.put(ErrorSummary(form: state))
      h.form(.post, to: PageURL(path: ["flags", flag.id.uuidString.lowercased(), transition.rawValue])) {
        h.put(HiddenFields(form: state))
        h.input(.hidden, .name(Self.versionField), .value("v\(flag.version)"))
        if transition == .explain, !flag.acceptedReasons.isEmpty { reasons(h) }
        let name = Self.prefix(transition) + Self.member(transition)
        h.put(
          TextAreaField(
            field: FieldLabel(name: name, label: language(Self.label(transition))), form: state,
            maxLength: 2000))
        h.button(.submit, title, .data(.tone, (transition == .escalate ? ButtonWeight.bad : .main).tone))
      }
    }
  }

  private func reasons(_ h: Hypertext) {
    let field = FieldLabel(
      name: Self.prefix(transition) + "reasonCode", label: language(FlagText.reasonCode), isRequired: false)
    let choices = flag.acceptedReasons.map { Choice(value: $0, text: language(FlagText.reasonName($0))) }
    h.put(
      SelectField(
        field: field, form: state,
        choices: [Choice(value: "", text: language(FlagText.noReasonCode))] + choices))
  }
}
