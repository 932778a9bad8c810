/// Two settings that do not go together, told at one of them.
package struct SettingConflict: Hashable, Sendable {
  /// The setting at which it is told.
  package let key: String
  /// What is wrong.
  package let problem: RuleProblem
}

extension TenantRules {
  /// The settings that do not go together.
  ///
  /// - Parameter trying: Whether settings are only tried out: then the platform may collect without its
  ///   appointment.
  package func conflicts(national: NationalRules, on day: Day, trying: Bool = false) -> [SettingConflict] {
    var found: [SettingConflict] = []
    func hold(_ key: String, _ fault: RuleFault, bound: RuleBound? = nil) {
      found.append(SettingConflict(key: key, problem: RuleProblem(fault, bound: bound)))
    }
    let zones = national.zones.map(\.rawValue)
    if let zone = value("locale.timezone")?.text, !zones.contains(zone) {
      hold("locale.timezone", .notAZone, bound: .oneOf(zones))
    }
    let cap = value("order.cap_gross")?.integer ?? national.binding(.orderCap, on: day)?.amount?.amount
    if let direct = value("direct.max")?.integer, let cap, direct > cap {
      hold("direct.max", .aboveOrderCap("\(direct)"), bound: .atMost("\(cap)"))
    }
    if !trying, value("tax.collector")?.text == "PLATFORM", value("tax.appointment")?.text == nil {
      hold("tax.collector", .appointmentMissing)
    }
    for part in value("workday.variants")?.list ?? [] {
      guard let from = part["from"]?.text.flatMap({ Day($0) }),
        let to = part["to"]?.text.flatMap({ Day($0) }),
        to < from
      else { continue }
      hold("workday.variants", .before("\(to)", what: "\(from)"), bound: .notBefore("\(from)"))
    }
    let steps = value("approval.chain")?.list ?? []
    let approver = RuleValue.string(Role.commitmentOfficer.rawValue)
    if !steps.contains(where: { $0["above"]?.integer == 0 }) {
      hold("approval.chain", .noStepForEveryOrder, bound: .stepFromNothing)
    }
    if steps.contains(where: { $0["roles"]?.list?.contains(approver) != true }) {
      hold("approval.chain", .stepWithoutCommitmentOfficer)
    }
    for (earlier, later) in [("last_issue", "last_invoice"), ("last_invoice", "last_pay")] {
      guard let first = monthDay("yearend.\(earlier)"), let second = monthDay("yearend.\(later)"),
        first > second
      else { continue }
      hold(
        "yearend.\(later)", .before("\(second)", what: "yearend.\(earlier)"), bound: .notBefore("\(first)"))
    }
    return found + beyondProvince(national, day) + repetitions + sections(national)
      + unitConflicts(national, day)
  }

  /// Settings beyond a national number that holds for this province alone.
  private func beyondProvince(_ national: NationalRules, _ day: Day) -> [SettingConflict] {
    RuleKey.all.compactMap { key in
      guard let code = key.national, let value = value(key.name)?.integer,
        let row = national.binding(code, on: day, province: province), row.province != nil,
        let limit = row.setting?.integer, value > limit,
        key.problem(with: .int(value), national: national, on: day) == nil
      else { return nil }
      let problem = RuleProblem(
        .aboveProvince("\(value)", legal: row.legal), bound: .atMost("\(limit)"))
      return SettingConflict(key: key.name, problem: problem)
    }
  }

  private func monthDay(_ key: String) -> MonthDay? { value(key)?.text.flatMap { MonthDay($0) } }

  /// Sections for papers and deadlines that are neither general nor a category of the province.
  private func sections(_ national: NationalRules) -> [SettingConflict] {
    let own = value("categories")?.list?.compactMap { $0["code"]?.text } ?? []
    let codes = Set(national.categories.map(\.code) + own)
    let general = [
      "vendor.required_docs": ["default", "food", "vat"], "timer.accept_hours": ["fnb", "default"],
    ]
    return general.sorted { $0.key < $1.key }.flatMap { key, known in
      (value(key)?.members ?? []).filter { !known.contains($0.name) && !codes.contains($0.name) }.map {
        SettingConflict(key: key, problem: RuleProblem(.unknownSection($0.name), bound: .sections(known)))
      }
    }
  }

  /// Lists in which the same thing stands twice.
  private var repetitions: [SettingConflict] {
    var found: [SettingConflict] = []
    for (key, member) in [("categories", "code"), ("calendar.holidays", "day"), ("approval.chain", "above")] {
      var seen: [RuleValue] = []
      for part in value(key)?.list ?? [] {
        guard let name = part.members == nil ? part : part[member] else { continue }
        if seen.contains(name) {
          found.append(SettingConflict(key: key, problem: RuleProblem(.repeated(name.plain))))
        }
        seen.append(name)
      }
    }
    return found
  }
}
