extension TenantRules {
  /// The settings as they hold on a day: the nation's numbers where the file is silent, and nowhere more than
  /// the nation allows on that very day, whatever it allowed when the version began.
  func bound(by national: NationalRules, on day: Day) -> TenantRules {
    var bound = self
    for key in RuleKey.all {
      guard let value = boundValue(of: key, national, day) else { continue }
      bound = bound.setting(key.name, to: value)
    }
    return bound
  }

  private func boundValue(of key: RuleKey, _ national: NationalRules, _ day: Day) -> RuleValue? {
    let chosen = settings[key.name] ?? key.initial(national, on: day)
    guard let code = key.national, let limit = national.binding(code, on: day, province: province)?.setting
    else { return key.norm == nil ? nil : chosen }
    guard key.direction != .locked, let own = chosen?.integer, let most = limit.integer else { return limit }
    return .int(min(own, most))
  }

  /// The province's region code; nil where the file gives none.
  var province: String? { settings["tenant.code"]?.text }
}
