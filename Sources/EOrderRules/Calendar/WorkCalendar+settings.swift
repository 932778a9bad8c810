extension WorkCalendar {
  /// The calendar of a province: the nation's holidays and its own.
  init(_ settings: TenantRules, national: NationalRules) throws(RulesError) {
    let name = try settings.text("locale.timezone")
    guard let zone = national.zones.first(where: { $0.rawValue == name }) else {
      throw .setting("locale.timezone")
    }
    var holidays = national.holidays.mapValues { name in
      Holiday(name: name, kind: name.hasPrefix("Cuti bersama") ? .collectiveLeave : .national)
    }
    for own in settings.value("calendar.holidays")?.list ?? [] {
      guard let day = (own["day"] ?? own).text.flatMap({ Day($0) }), holidays[day] == nil else { continue }
      holidays[day] = Holiday(name: own["name"]?.text ?? "Libur daerah", kind: .local)
    }
    self.init(
      zone: zone, hours: try settings.read("workday.hours"),
      variants: (settings.value("workday.variants")?.list ?? []).compactMap { WorkVariant($0) },
      holidays: holidays)
  }
}
