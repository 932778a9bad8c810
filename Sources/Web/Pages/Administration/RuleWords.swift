import EOrderRules
import Foundation
import Procurement
import StrictJSON

/// Keys and values of the rules as people read them.
enum RuleWords {
  /// What a setting means; its key where nobody has said it yet.
  static func meaning(_ key: String, _ language: Language) -> String {
    let english = RuleKey.all.first { $0.name == key }?.meaning
    return (language == .indonesian ? RuleMeanings.indonesian(key) : english) ?? key
  }

  /// The regulations behind a setting, each once.
  static func legal(_ setting: JSONValue, _ language: Language) -> String {
    let parts = (setting["legal"]?.text ?? "").split(separator: "; ").map(String.init)
    let once = parts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return language.citation(once.joined(separator: "; "))
  }

  /// The value of a setting on one line: amounts in rupiah, counts with their thousands set apart.
  static func shown(_ value: JSONValue?, of key: String, _ language: Language) -> String {
    shown(value, RuleKey.byName[key]?.type, language)
  }

  private static func shown(_ value: JSONValue?, _ type: RuleType?, _ language: Language) -> String {
    guard let value else { return "–" }
    return switch value {
    case .null: "–"
    case .bool(let flag): language(flag ? ShownText.yes : ShownText.no)
    case .integer(let number):
      if case .rupiah = type { language.money(Rupiah(number)) } else { language.number(number) }
    case .number(let text), .string(let text): shown(text, isShare: type?.isShare ?? true, language)
    case .array(let elements): list(elements, type?.element, language)
    case .object(let members):
      members.prefix(8).map {
        let name = RuleValueText.part($0.name).map { language($0) } ?? $0.name
        return "\(name): \(shown($0.value, type?.part($0.name), language))"
      }.joined(separator: "; ") + (members.count > 8 ? "; …" : "")
    }
  }

  private static let longestText = 60

  /// - Parameter isShare: whether the text is a share; a version such as `2025.1` only looks like one.
  private static func shown(_ text: String, isShare: Bool, _ language: Language) -> String {
    if let words = RuleValueText.value(text) { return language(words) }
    if let role = Role(rawValue: text) { return language(role) }
    if let words = day(text, language) ?? (isShare ? share(text, language) : nil) { return words }
    return text.count > longestText ? text.prefix(longestText) + "…" : text
  }

  /// A day such as `2025-01-01`, or one of every year such as `12-10`.
  private static func day(_ text: String, _ language: Language) -> String? {
    if let day = JSONValue.string(text).day { return language.day(day) }
    guard text.wholeMatch(of: #/\d\d-\d\d/#) != nil else { return nil }
    // A leap year, so that every day is there.
    let inYear = JSONValue.string("2024-\(text)").day.map { language.day($0) }
    return inYear?.replacing(" 2024", with: "")
  }

  /// A share such as `2/5` or `0.4` in percent.
  private static func share(_ text: String, _ language: Language) -> String? {
    if let parts = text.wholeMatch(of: #/(\d{1,4})/(\d{1,4})/#), let above = Int64(parts.1),
      let below = Int64(parts.2), below > 0
    {
      return language.percent(thousandths: above * 1000 / below)
    }
    guard let parts = text.wholeMatch(of: #/(\d{1,4})\.(\d{1,3})/#) else { return nil }
    let thousandths = Int64(parts.1 + parts.2.padding(toLength: 3, withPad: "0", startingAt: 0))
    return thousandths.map { language.percent(thousandths: $0) }
  }

  private static func list(_ elements: [JSONValue], _ type: RuleType?, _ language: Language) -> String {
    guard !elements.isEmpty else { return "–" }
    let texts = elements.prefix(8).map { element in
      element["code"]?.text ?? element["name"]?.text ?? shown(element, type, language)
    }
    return texts.joined(separator: ", ") + (elements.count > 8 ? " … (\(elements.count))" : "")
  }

  /// Lines such as `order.cap_gross: 40000000` as the settings of a draft; a value is JSON, or else a text.
  static func settings(_ text: String) -> [JSONMember] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard let key = parts.first, !key.isEmpty else { return nil }
      let written = parts.count > 1 ? parts[1] : ""
      return JSONMember(name: key, value: value(written))
    }
  }

  private static func value(_ text: String) -> JSONValue {
    let digits = TypedMoney.digits(text)
    if let number = Int64(digits) { return .integer(number) }
    return (try? JSONValue(parsing: text.utf8)) ?? .string(text)
  }
}

extension RuleType {
  /// Whether its values are shares such as `2/5` or `0.4`.
  fileprivate var isShare: Bool {
    switch self {
    case .ratio, .formatted(.ratio): true
    case .single(let type, _): type.isShare
    default: false
    }
  }

  /// What the elements of a list are.
  fileprivate var element: RuleType? {
    switch self {
    case .list(let type, _): type
    case .single(let type, let other): other.element ?? type.element
    default: nil
    }
  }

  /// What a named part of a record or a map is.
  fileprivate func part(_ name: String) -> RuleType? {
    switch self {
    case .record(let fields): fields.first { $0.name == name }?.type
    case .map(let type, _): type
    case .single(let type, let other): other.part(name) ?? type.part(name)
    default: nil
    }
  }
}
