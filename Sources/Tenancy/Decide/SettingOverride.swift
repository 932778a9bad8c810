package import EOrderRules

/// Settings of one call (`--set key=value`), checked like the file's: type, bounds, the nation's numbers, what
/// is locked, and what has to go together.
///
/// Two checks fall away, since nothing is kept. A mode (`catalogue_check.mode`, `ssh.mode`) may be looser than its
/// default, so that a province can see what each of them decides; a number or a list may not (`RuleKey.problem`).
/// And `tax.collector=PLATFORM` goes without the number of the appointment. Which version decides is no setting to
/// try: `version`, `effective_from` and `legal` are refused like what is set once.
package enum SettingOverride {
  /// The settings with the overrides in place; throws a sentence for each that is refused.
  package static func apply(
    _ overrides: [String], to settings: TenantRules, national: NationalRules, on day: Day
  ) throws(Refusals) -> TenantRules {
    var changed = settings
    var refusals: [String] = []
    for text in overrides {
      guard let split = text.firstIndex(of: "="), split > text.startIndex else {
        refusals.append("--set \(text.asNamed): key=value is due here.")
        continue
      }
      let name = String(text[..<split])
      let source = String(text[text.index(after: split)...])
      switch read(source, for: name, in: changed).flatMap({ checked($0, $1, national, day) }) {
      case .failure(let problem): refusals.append(sentence(name, problem))
      case .success(let (key, value)): changed = changed.setting(key.name, to: value)
      }
    }
    if refusals.isEmpty {
      let conflicts = changed.conflicts(national: national, on: day, trying: true)
      refusals = conflicts.map { sentence($0.key, $0.problem) }
    }
    guard refusals.isEmpty else { throw Refusals(sentences: refusals) }
    return changed
  }

  private static func sentence(_ name: String, _ problem: RuleProblem) -> String {
    "--set \(name.asNamed): \(problem.description.onOneLine)."
  }

  private static func checked(
    _ key: RuleKey, _ value: RuleValue, _ national: NationalRules, _ day: Day
  ) -> Result<(RuleKey, RuleValue), RuleProblem> {
    let problem = key.problem(with: value, national: national, on: day, trying: true)
    return problem.map { .failure($0) } ?? .success((key, value))
  }

  /// The key and its whole new value; a part of a section, as `timer.accept_hours.fnb`, replaces that part.
  private static func read(
    _ source: String, for name: String, in settings: TenantRules
  ) -> Result<(RuleKey, RuleValue), RuleProblem> {
    if let key = RuleKey.byName[name] {
      guard key.direction != .fixed, !identity.contains(name) else {
        return .failure(RuleProblem(.notOverridable))
      }
      return value(source, as: key.type, name).map { (key, $0) }
    }
    guard let dot = name.lastIndex(of: "."), let key = RuleKey.byName[String(name[..<dot])],
      let type = type(of: String(name[name.index(after: dot)...]), in: key.type)
    else { return .failure(RuleProblem(.unknownKey)) }
    let part = String(name[name.index(after: dot)...])
    return value(source, as: type, name).map { value in
      let others = settings.value(key.name)?.members?.filter { $0.name != part } ?? []
      return (key, .object(others + [(name: part, value: value)]))
    }
  }

  /// What names a version.
  private static let identity: Set<String> = ["version", "effective_from", "legal"]

  private static func type(of part: String, in section: RuleType) -> RuleType? {
    switch section {
    case .record(let fields): fields.first { $0.name == part }?.type
    case .map(let type, let form): form.matches(part) ? type : nil
    default: nil
    }
  }

  private static func value(
    _ source: String, as type: RuleType, _ name: String
  ) -> Result<RuleValue, RuleProblem> {
    guard !source.allSatisfy(\.isWhitespace) else { return .failure(RuleProblem(.valueMissing)) }
    // A shell takes quotation marks away, so a single value may also be read as if it stood in them.
    if case .success(let value) = RuleScalar(text: source, isQuoted: true).read(as: type) {
      return .success(value)
    }
    do throws(RuleFileError) {
      let document = try YAMLDocument(Array(source.utf8))
      var reader = RuleReader()
      let value = reader.read(document.root, as: type, name)
      if let problem = (document.problems + reader.problems).first { return .failure(problem.problem) }
      return value.map { .success($0) } ?? .failure(RuleProblem(.unreadable))
    } catch {
      return .failure(error.problems.first?.problem ?? RuleProblem(.unreadable))
    }
  }
}

/// What was refused, in sentences.
package struct Refusals: Error, Hashable, Sendable {
  /// One sentence for each error, at least one.
  package let sentences: [String]
}
