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
    let cap = value("order.cap_gross")?.integer ?? national.amount(.orderCap, on: day)?.amount
    if let direct = value("direct.max")?.integer, let cap, direct > cap {
      hold("direct.max", "\(direct) is above the cap of orders", bound: "at most \(cap)")
    }
    if !trying, value("tax.collector")?.text == "PLATFORM", value("tax.appointment")?.text == nil {
      hold("tax.collector", "PLATFORM needs the number of the appointment in tax.appointment")
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
    return found + repetitions
  }

  private func monthDay(_ key: String) -> MonthDay? { value(key)?.text.flatMap { MonthDay($0) } }

  /// Lists in which the same thing stands twice, and sections for papers that do not exist.
  private var repetitions: [SettingConflict] {
    var found: [SettingConflict] = []
    for (key, member) in [("categories", "code"), ("calendar.holidays", "day"), ("approval.chain", "above")] {
      var seen: [RuleValue] = []
      for part in value(key)?.list ?? [] {
        guard let name = part[member] else { continue }
        if seen.contains(name) {
          found.append(SettingConflict(key: key, problem: RuleProblem("\(name.plain) stands twice")))
        }
        seen.append(name)
      }
    }
    let sections = ["default", "food", "vat"]
    for (name, _) in value("vendor.required_docs")?.members ?? [] where !sections.contains(name) {
      let problem = RuleProblem("unknown section \(name)", bound: sections.joined(separator: ", "))
      found.append(SettingConflict(key: "vendor.required_docs", problem: problem))
    }
    return found
  }
}
