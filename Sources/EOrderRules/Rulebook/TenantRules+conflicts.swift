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
    func hold(_ key: String, _ reason: String, bound: String? = nil) {
      found.append(SettingConflict(key: key, problem: RuleProblem(reason, bound: bound)))
    }
    let zones = national.zones.map(\.rawValue)
    if let zone = value("locale.timezone")?.text, !zones.contains(zone) {
      hold("locale.timezone", "not a zone of the country", bound: zones.joined(separator: ", "))
    }
    let cap = value("order.cap_gross")?.integer ?? national.binding(.orderCap, on: day)?.amount?.amount
    if let direct = value("direct.max")?.integer, let cap, direct > cap {
      hold("direct.max", "\(direct) is above the cap of orders", bound: "at most \(cap)")
    }
    if !trying, value("tax.collector")?.text == "PLATFORM", value("tax.appointment")?.text == nil {
      hold("tax.collector", "PLATFORM needs the number of the appointment in tax.appointment")
    }
    for part in value("workday.variants")?.list ?? [] {
      guard let from = part["from"]?.text.flatMap({ Day($0) }),
        let to = part["to"]?.text.flatMap({ Day($0) }),
        to < from
      else { continue }
      hold("workday.variants", "\(to) comes before \(from)", bound: "\(from) or later")
    }
    let steps = value("approval.chain")?.list ?? []
    let approver = RuleValue.string(Role.commitmentOfficer.rawValue)
    if !steps.contains(where: { $0["above"]?.integer == 0 }) {
      hold("approval.chain", "no step holds for every order", bound: "one with above: 0")
    }
    if steps.contains(where: { $0["roles"]?.list?.contains(approver) != true }) {
      hold("approval.chain", "a step leaves out the commitment officer")
    }
    for (earlier, later) in [("last_issue", "last_invoice"), ("last_invoice", "last_pay")] {
      guard let first = monthDay("yearend.\(earlier)"), let second = monthDay("yearend.\(later)"),
        first > second
      else { continue }
      hold("yearend.\(later)", "\(second) comes before yearend.\(earlier)", bound: "\(first) or later")
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
        "\(value) is above the limit of this province (\(row.legal))", bound: "at most \(limit)")
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
        let bound = known.joined(separator: ", ") + ", or the code of a category"
        return SettingConflict(key: key, problem: RuleProblem("unknown section \($0.name)", bound: bound))
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
          found.append(SettingConflict(key: key, problem: RuleProblem("\(name.plain) stands twice")))
        }
        seen.append(name)
      }
    }
    return found
  }
}
