import EOrderRules

/// Checks of settings whose types are right: against the nation, and against one another.
struct SettingChecks {
  let placed: [String: PlacedSetting]
  let settings: TenantRules
  let national: NationalRules
  /// The lines of parts of settings.
  let lines: [String: Int]
  private(set) var problems: [RuleFileProblem] = []

  init(
    placed: [String: PlacedSetting], lines: [String: Int], settings: TenantRules, national: NationalRules
  ) {
    self.lines = lines
    self.placed = placed
    self.settings = settings
    self.national = national
  }

  mutating func run(changeOn today: Day?, from current: TenantRules?) {
    let from = settings.value("effective_from")?.text.flatMap { Day($0) }
    // A file that does not say from when it holds is measured by the latest national rules.
    let day = from ?? .distantFuture
    for (name, setting) in placed {
      guard let key = RuleKey.byName[name] else { continue }
      if let problem = key.problem(with: setting.value, national: national, on: day) { refuse(name, problem) }
    }
    if let from, let today, from < today {
      refuse("effective_from", RuleProblem(.past("\(from)"), bound: .notBefore("\(today)")))
    }
    for key in settings.fixedKeys(changedFrom: current) {
      refuse(
        key.name,
        RuleProblem(.setOnce, bound: current?.value(key.name).map { .exactly($0.plain) }))
    }
    for conflict in settings.conflicts(national: national, on: day) { refuse(conflict.key, conflict.problem) }
  }

  private mutating func refuse(_ key: String, _ problem: RuleProblem) {
    problems.append(RuleFileProblem(line: placed[key]?.line ?? lines[key] ?? 1, key: key, problem))
  }
}
