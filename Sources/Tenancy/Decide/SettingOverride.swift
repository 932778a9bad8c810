package import EOrderRules

/// Settings of one call (`--set key=value`), checked like the file's, but free to be looser than the
/// national defaults, since nothing is kept.
package enum SettingOverride {
  /// The settings with the overrides in place; throws a sentence for each that is refused.
  package static func apply(
    _ overrides: [String], to settings: TenantRules, national: NationalRules, on day: Day
  ) throws(Refusals) -> TenantRules {
    var changed = settings
    var refusals: [String] = []
    for text in overrides {
      guard let split = text.firstIndex(of: "="), split > text.startIndex else {
        refusals.append("--set \(text): key=value is due here.")
        continue
      }
      let name = String(text[..<split])
      let source = String(text[text.index(after: split)...])
      switch read(source, for: name, in: changed) {
      case .failure(let problem): refusals.append("--set \(name): \(problem.description).")
      case .success(let (key, value)):
        if let problem = key.problem(with: value, national: national, on: day, trying: true) {
          refusals.append("--set \(name): \(problem.description).")
        } else {
          changed = changed.setting(key.name, to: value)
        }
      }
    }
    if refusals.isEmpty {
      refusals = changed.conflicts(national: national, on: day, trying: true).map {
        "--set: \($0.key): \($0.problem.description)."
      }
    }
    guard refusals.isEmpty else { throw Refusals(sentences: refusals) }
    return changed
  }

  /// The key and its whole new value; a part of a section, as `timer.accept_hours.fnb`, replaces that part.
  private static func read(
    _ source: String, for name: String, in settings: TenantRules
  ) -> Result<(RuleKey, RuleValue), RuleProblem> {
    if let key = RuleKey.byName[name] {
      guard key.direction != .fixed else { return .failure(RuleProblem("cannot be overridden")) }
      return value(source, as: key.type, name).map { (key, $0) }
    }
    guard let dot = name.lastIndex(of: "."), let key = RuleKey.byName[String(name[..<dot])],
      case .record(let fields) = key.type,
      let field = fields.first(where: { $0.name == name[name.index(after: dot)...] })
    else { return .failure(RuleProblem("unknown key")) }
    return value(source, as: field.type, name).map { part in
      let others = settings.value(key.name)?.members?.filter { $0.name != field.name } ?? []
      return (key, .object(others + [(name: field.name, value: part)]))
    }
  }

  private static func value(
    _ source: String, as type: RuleType, _ name: String
  ) -> Result<RuleValue, RuleProblem> {
    // A shell takes quotation marks away, so a single value may also be read as if it stood in them.
    if case .success(let value) = RuleScalar(text: source, isQuoted: true).read(as: type) {
      return .success(value)
    }
    do throws(RuleFileError) {
      let document = try YAMLDocument(Array(source.utf8))
      var reader = RuleReader()
      let value = reader.read(document.root, as: type, name)
      if let problem = (document.problems + reader.problems).first { return .failure(problem.problem) }
      return value.map { .success($0) } ?? .failure(RuleProblem("cannot be read"))
    } catch {
      return .failure(error.problems.first?.problem ?? RuleProblem("cannot be read"))
    }
  }
}

/// What was refused, in sentences.
package struct Refusals: Error, Hashable, Sendable {
  /// One sentence for each error, at least one.
  package let sentences: [String]
}
