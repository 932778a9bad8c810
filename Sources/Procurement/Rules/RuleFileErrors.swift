package import EOrderRules
package import StrictJSON
package import Tenancy

/// The problems of a rule file as errors of the request that brought it: where in the body, what, which bound, and the
/// regulation behind it.
package struct RuleFileErrors: Sendable {
  /// What the request brought.
  package enum Source: Sendable {
    /// Changes of keys, and of these units.
    case changes(units: [String])
    /// A member of the body that is a whole file; its problems name their lines.
    case member(String)
    /// The body is the file; of one that came in one line the lines say nothing.
    case document(namesLines: Bool)
  }

  let source: Source
  let national: NationalRules
  let day: Day

  package init(_ source: Source, national: NationalRules, day: Day) {
    self.source = source
    self.national = national
    self.day = day
  }

  package func callAsFunction(_ problems: [RuleFileProblem]) -> [FieldError] {
    var seen: Set<String> = []
    return problems.compactMap { problem in
      let pointer = pointer(problem.key)
      guard seen.insert("\(pointer) \(problem.key) \(problem.problem.reason)").inserted else { return nil }
      let words = RuleProblemWords(problem.problem)
      return FieldError(pointer, words.code, detail: detail(problem, words))
    }
  }

  private var namesLines: Bool {
    switch source {
    case .changes: false
    case .member: true
    case .document(let namesLines): namesLines
    }
  }

  private func pointer(_ key: String) -> String {
    switch source {
    case .member(let name): "/\(name)"
    case .document: documentPointer(key)
    case .changes(let units): changePointer(key, units)
    }
  }

  private func documentPointer(_ key: String) -> String {
    if key.hasPrefix("units."), let own = RuleKey.ofUnits.first(where: { key.hasSuffix("." + $0.name) }) {
      let unit = key.dropFirst("units.".count).dropLast(own.name.count + 1)
      return "/units/\(RuleRequest.escaped(String(unit)))" + below(".\(own.name)")
    }
    return key.isEmpty ? "" : below(".\(key)")
  }

  private func changePointer(_ key: String, _ units: [String]) -> String {
    switch key {
    case "version": return "/version"
    case "effective_from": return "/effectiveFrom"
    default: break
    }
    if let unit = units.filter({ key.hasPrefix("units.\($0).") || key == "units.\($0)" })
      .max(by: { $0.count < $1.count })
    {
      let rest = key.dropFirst("units.\(unit).".count)
      return "/units/\(RuleRequest.escaped(unit))" + (rest.isEmpty ? "" : "/\(rest)")
    }
    if key.hasPrefix("units.") { return "/units" }
    guard let setting = setting(key) else {
      return key.isEmpty ? "/settings" : "/settings/\(RuleRequest.escaped(key))"
    }
    return "/settings/\(setting.name)" + below(String(key.dropFirst(setting.name.count)))
  }

  /// The parts of a key, each behind its dot or in its brackets, as parts of a pointer.
  private func below(_ key: String) -> String {
    RuleRequest.escaped(key).replacing("]", with: "").replacing(/[.\[]/, with: "/")
  }

  /// The setting that a key names or lies in.
  private func setting(_ key: String) -> RuleKey? {
    if key.hasPrefix("units."), let own = RuleKey.ofUnits.first(where: { key.hasSuffix("." + $0.name) }) {
      return own
    }
    return RuleKey.all.first {
      key == $0.name || key.hasPrefix($0.name + ".") || key.hasPrefix($0.name + "[")
    }
  }

  private func detail(_ problem: RuleFileProblem, _ words: RuleProblemWords) -> Bilingual {
    // The same request may bring many keys, so that the sentence names its own.
    let key = problem.key.isEmpty ? "" : "\(String(problem.key.prefix(100))): "
    let legal = setting(problem.key).map { " (\(reference($0)))" } ?? ""
    func sentence(_ line: String, _ reason: String, _ allowed: String, _ bound: String?) -> String {
      let place = namesLines ? "\(line) \(problem.line): " : ""
      return String((place + key + reason + (bound.map { "; \(allowed): \($0)" } ?? "") + legal).prefix(999))
        + "."
    }
    return Bilingual(
      id: sentence("Baris", words.reason.id, "diperkenankan", words.bound?.id),
      en: sentence("Line", words.reason.en, "allowed", words.bound?.en))
  }

  /// The regulation of the nation's number that bounds a setting, else of the setting itself.
  private func reference(_ key: RuleKey) -> String {
    (key.national ?? key.norm).flatMap { national.binding($0, on: day)?.legal } ?? key.legal
  }
}
