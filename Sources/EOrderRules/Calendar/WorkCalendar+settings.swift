extension WorkCalendar {
  /// The calendar of a province: the nation's holidays and its own.
  init(_ settings: TenantRules, national: NationalRules) throws(RulesError) {
    let name = try settings.text("locale.timezone")
    guard let zone = national.zones.first(where: { $0.rawValue == name }) else {
      throw .setting("locale.timezone")
    }
    let own = settings.value("calendar.holidays")?.list ?? []
    self.init(
      zone: zone, hours: try settings.read("workday.hours"),
      holidays: Set(national.holidays.keys).union(
        own.compactMap { ($0["day"] ?? $0).text.flatMap { Day($0) } }))
  }
}
