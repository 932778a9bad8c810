package import EOrderRules

/// A province's rule file (`tenant.yaml`, or the same as JSON), read and checked.
package struct TenantFile: Sendable {
  /// The settings of the file.
  package let settings: TenantRules
  /// The national rules under which it was checked.
  package let national: NationalRules
  /// The rules of the file's version.
  package let rulebook: Rulebook

  /// Reads the file's bytes; throws every error that it has, each with its line.
  ///
  /// - Parameters:
  ///   - changeOn: The province's day, where the file changes rules that already hold: then the new version may
  ///     not begin in the past.
  ///   - current: The settings that hold now, where the file replaces them: a file that says the same is no
  ///     change, and one that says something else leaves alone what is set once.
  package init(
    _ bytes: [UInt8], national: NationalRules, changeOn today: Day? = nil, from current: TenantRules? = nil
  ) throws(RuleFileError) {
    let document = try YAMLDocument(bytes)
    var reader = RuleReader()
    let placed = reader.settings(document.root)
    let settings = TenantRules(settings: placed.mapValues(\.value))
    var checked = SettingChecks(
      placed: placed, lines: reader.lines, settings: settings, national: national)
    checked.run(changeOn: settings == current ? nil : today, from: current)
    let problems = document.problems + reader.problems + checked.problems
    guard problems.isEmpty else { throw RuleFileError(problems) }
    self.settings = settings
    self.national = national
    do {
      rulebook = try Rulebook(national: national, settings: settings)
    } catch {
      throw RuleFileError(atStart: RuleProblem(.inconsistent(error.description)))
    }
  }

  /// The rules in force on a day: those of the file, or before its version the nation's.
  package func rulebook(on day: Day) throws(RulesError) -> Rulebook {
    try Rulebook.inForce(on: day, versions: [settings], national: national)
  }
}
