extension WorkCalendar {
  /// The calendar of a province: the nation's holidays and its own.
  init(_ settings: TenantRules, national: NationalRules) throws(RulesError) {
    let own = settings.value("calendar.holidays")?.list ?? []
    self.init(
      zone: try settings.word("locale.timezone"), hours: try settings.read("workday.hours"),
      holidays: Set(national.holidays.keys).union(own.compactMap { $0["day"]?.text.flatMap { Day($0) } }))
  }
}
