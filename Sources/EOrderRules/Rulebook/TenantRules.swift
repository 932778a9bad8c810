/// One version of a province's settings, as its file gives them.
package struct TenantRules: Sendable, Equatable {
  /// The values by key; keys that the file does not have are absent.
  package private(set) var settings: [String: RuleValue]

  /// Settings whose types and bounds have been checked.
  package init(settings: [String: RuleValue]) { self.settings = settings }

  /// The value of a key, or what holds without it.
  package func value(_ key: String) -> RuleValue? { settings[key] ?? RuleKey.byName[key]?.initial }

  /// The same settings with one of another value.
  package func setting(_ key: String, to value: RuleValue) -> TenantRules {
    var changed = self
    changed.settings[key] = value
    return changed
  }

  /// The keys that are set once, when the province joins, and that say something else than before; none where
  /// nothing held before.
  package func fixedKeys(changedFrom before: TenantRules?) -> [RuleKey] {
    guard let before else { return [] }
    return RuleKey.all.filter { $0.direction == .fixed && value($0.name) != before.value($0.name) }
  }

  /// The settings that hold before the first version: who the tenant is, and the nation's defaults.
  package var identityAlone: TenantRules {
    let kept = ["tenant.", "locale.", "brand.", "languages", "calendar.", "workday.", "payment.bank_code"]
    return TenantRules(settings: settings.filter { key, _ in kept.contains { key.hasPrefix($0) } })
  }

  func text(_ key: String) throws(RulesError) -> String {
    guard let text = value(key)?.text else { throw .setting(key) }
    return text
  }

  func integer(_ key: String) throws(RulesError) -> Int64 {
    guard let number = value(key)?.integer else { throw .setting(key) }
    return number
  }

  func count(_ key: String) throws(RulesError) -> Int { Int(clamping: try integer(key)) }

  func flag(_ key: String) throws(RulesError) -> Bool {
    guard let flag = value(key)?.flag else { throw .setting(key) }
    return flag
  }

  func texts(_ key: String) throws(RulesError) -> [String] {
    guard let list = value(key)?.list else { throw .setting(key) }
    return list.compactMap(\.text)
  }

  /// A text that has a form of its own, such as a day or a ratio.
  func read<Value: LosslessStringConvertible>(_ key: String) throws(RulesError) -> Value {
    guard let value = Value(try text(key)) else { throw .setting(key) }
    return value
  }

  /// A word of an enumeration.
  func word<Word: RawRepresentable<String>>(_ key: String) throws(RulesError) -> Word {
    guard let word = Word(rawValue: try text(key)) else { throw .setting(key) }
    return word
  }

  /// A part of a section; the default's part where the file's section lacks it.
  func part(_ name: String, of key: String) throws(RulesError) -> RuleValue {
    if let own = settings[key]?[name] { return own }
    guard let initial = RuleKey.byName[key]?.initial?[name] else { throw .setting("\(key).\(name)") }
    return initial
  }
}
