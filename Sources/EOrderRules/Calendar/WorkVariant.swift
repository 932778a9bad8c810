/// Office hours that differ from the usual ones: on some weekdays, between some days, or both, as on Fridays or in
/// Ramadan.
package struct WorkVariant: Hashable, Sendable {
  /// The weekdays that it is for; empty for all.
  package let weekdays: Set<Weekday>
  /// Its first day; nil where it has none.
  package let from: Day?
  /// Its last day; nil where it has none.
  package let to: Day?
  package let hours: WorkHours

  /// A variant of these parts.
  package init(weekdays: Set<Weekday> = [], from: Day? = nil, to: Day? = nil, hours: WorkHours) {
    self.weekdays = weekdays
    self.from = from
    self.to = to
    self.hours = hours
  }

  /// Reads one entry of `workday.variants`; nil without hours.
  init?(_ setting: RuleValue) {
    guard let hours = setting["hours"]?.text.flatMap({ WorkHours($0) }) else { return nil }
    let names = setting["weekdays"]?.list?.compactMap(\.text) ?? []
    self.init(
      weekdays: Set(Weekday.allCases.filter { names.contains($0.name) }),
      from: setting["from"]?.text.flatMap { Day($0) }, to: setting["to"]?.text.flatMap { Day($0) },
      hours: hours)
  }

  /// Whether it sets the hours of a day.
  package func applies(to day: Day) -> Bool {
    (weekdays.isEmpty || weekdays.contains(day.weekday)) && from.map { $0 <= day } ?? true
      && to.map { day <= $0 } ?? true
  }
}

extension Weekday {
  /// The name in rule files and in the API.
  package var name: String {
    switch self {
    case .monday: "monday"
    case .tuesday: "tuesday"
    case .wednesday: "wednesday"
    case .thursday: "thursday"
    case .friday: "friday"
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }
}
