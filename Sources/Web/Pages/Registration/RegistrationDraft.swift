import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// A registration under way, read as the API would take it.
struct RegistrationDraft {
  static let linesField = "kbli"

  /// What was typed, by the members of the body.
  let fields: [String: String]
  let forms: RegistrationForms

  /// The lines of business that were chosen, as codes.
  var lines: [String] { (fields[Self.linesField] ?? "").split(separator: "|").map(String.init) }

  /// The body of `POST /vendors` without the password.
  var body: JSONValue {
    let all = forms.form(RegistrationField.allCases.filter { $0 != .password }, action: "all")
    let texts = Dictionary(
      uniqueKeysWithValues: fields.map { (all.prefix + $0.key, $0.value) })
    let typed = all.body(SentForm(texts: texts))
    var members = typed.members ?? []
    // So that every missing part of them is told by itself.
    for group in ["address", "bank"] where typed[group] == nil {
      members.append(JSONMember(name: group, value: [:]))
    }
    if typed["npwp"] == nil { members.append(JSONMember(name: "npwp", value: .null)) }
    if !lines.isEmpty {
      members.append(JSONMember(name: Self.linesField, value: .array(lines.map(Self.line))))
    }
    return .object(members)
  }

  private static func line(_ text: String) -> JSONValue {
    guard let known = KBLI(text) else { return .string(text) }
    return ["code": .string(known.code), "version": .string(known.edition.rawValue)]
  }

  /// The errors that are about a step's questions.
  static func errors(_ all: [FieldError], of step: RegistrationStep) -> [FieldError] {
    all.filter { error in
      let path = FormState.field(pointer: error.pointer)
      if step == .lines { return path == linesField || path.hasPrefix(linesField + ".") }
      return step.fields.contains { field in
        path == field.rawValue || path.hasPrefix(field.rawValue + ".")
          || field.rawValue.hasPrefix(path + ".")
      }
    }
  }

  /// A vendor's profile as the fields of these forms.
  static func fields(of vendor: JSONValue) -> [String: String] {
    var fields: [String: String] = [:]
    for field in RegistrationField.allCases where field != .password {
      var value: JSONValue? = vendor
      for name in field.rawValue.split(separator: ".") { value = value?[String(name)] }
      fields[field.rawValue] = text(value)
    }
    fields[linesField] = (vendor[linesField]?.elements ?? []).compactMap { line in
      line["code"]?.text.map { line["version"]?.text == "2025" ? "\($0)@2025" : $0 }
    }.joined(separator: "|")
    return fields
  }

  private static func text(_ value: JSONValue?) -> String? {
    if let flag = value?.bool { return String(flag) }
    return value?.text ?? value?.int64.map { String($0) }
  }
}
