import Foundation
import StrictJSON

extension ActionForm {
  /// The body for the request's shape: blank fields are left out.
  func body(_ form: SentForm) -> JSONValue {
    var tree = Branch()
    for member in fixed { tree.put(member.value, at: [member.name]) }
    for field in fields {
      guard let value = value(of: field, form) else { continue }
      tree.put(value, at: field.name.split(separator: ".").map(String.init))
    }
    return tree.value
  }

  private func value(of field: Field, _ form: SentForm) -> JSONValue? {
    let name = prefix + field.name
    if case .ticks(let choices) = field.kind {
      let ticked = choices.map(\.value).filter { form.filled("\(name).\($0)") != nil }
      return ticked.isEmpty && !field.isRequired ? nil : .array(ticked.map(JSONValue.string))
    }
    guard let text = form.filled(name) else { return nil }
    switch field.kind {
    case .money, .number: return Shape.integer().reading(TypedMoney.digits(text))
    case .tick, .truth: return Shape.boolean.reading(text)
    case .digits: return .string(TypedCode.digits(text))
    case .code: return .string(TypedCode.capitals(text))
    case .phone: return .string(TypedCode.phone(text))
    case .email: return .string(text.trimmingCharacters(in: .whitespaces))
    case .codes:
      let codes = text.split { $0 == "," || $0 == "\n" }.map { $0.trimmingCharacters(in: .whitespaces) }
      return .array(codes.filter { !$0.isEmpty }.map(JSONValue.string))
    case .lookup(let lookup): return .string(lookup.value(of: text) ?? text)
    case .moment(let zone): return .string(TypedMoment.instant(text, in: zone) ?? text)
    case .line, .lines: return form.written(name).map(JSONValue.string)
    case .day, .password, .choice, .radio, .ticks: return .string(text)
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
