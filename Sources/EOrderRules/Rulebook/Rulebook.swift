/// All rules of one province on one day: the nation's, and on top of them the province's own.
package struct Rulebook: Sendable {
  /// The version that decisions name.
  package let version: String
  /// The day from which this version holds; nil for the national rules before a province's first version.
  package let effectiveFrom: Day?
  /// Who the province is.
  package let tenant: TenantIdentity
  /// The nation's numbers.
  package let national: NationalRules
  /// The settings as they were given.
  package private(set) var settings: TenantRules
  /// The day whose national numbers bind the settings.
  package private(set) var day: Day
  /// Working days and deadlines.
  package private(set) var calendar: WorkCalendar
  /// Values of orders.
  package private(set) var limits: LimitSettings
  /// How offers are asked for.
  package private(set) var offers: OfferSettings
  /// Who may sell.
  package let vendors: VendorSettings
  /// How long everybody has.
  package private(set) var timers: TimerSettings
  /// The deadlines that the nation sets.
  package private(set) var deadlines: NationalDeadlines
  /// How the province pays.
  package private(set) var payment: PaymentSettings
  /// How taxes are reckoned where the law leaves room.
  package let tax: TaxSettings
  /// When orders belong together.
  package private(set) var splitting: SplittingSettings
  /// When an auditor looks.
  package private(set) var flags: FlagSettings
  /// The last days of a year; nil where they are set aside.
  package private(set) var yearEnd: YearEndSettings?
  /// How numbers are written.
  package let numbering: NumberingSettings
  /// Exceptions from the separation of duties, and who else may do what.
  package let people: PeopleSettings
  /// What is published and kept.
  package private(set) var publication: PublicationSettings
  /// The categories by code.
  package let categories: [String: Category]

  /// The rules of a version, by the national numbers of `day`, or of the day on which the version begins;
  /// with `nationalOn`, those that held on a day before the province's first version, for which the settings
  /// should be `identityAlone`.
  package init(
    national: NationalRules, settings: TenantRules, on day: Day? = nil, nationalOn early: Day? = nil
  ) throws(RulesError) {
    self.national = national
    self.settings = settings
    tenant = try TenantIdentity(settings)
    if let early {
      version = "national-\(early)"
      effectiveFrom = nil
      self.day = early
    } else {
      let from: Day = try settings.read("effective_from")
      version = try settings.text("version")
      effectiveFrom = from
      self.day = day ?? from
    }
    calendar = try WorkCalendar(settings, national: national)
    vendors = try VendorSettings(settings, national: national)
    let bound = settings.bound(by: national, on: self.day)
    limits = try LimitSettings(bound)
    timers = try TimerSettings(bound)
    deadlines = try NationalDeadlines(national, on: self.day)
    payment = try PaymentSettings(bound)
    splitting = try SplittingSettings(bound)
    flags = try FlagSettings(bound)
    offers = try OfferSettings(bound)
    tax = try TaxSettings(settings)
    yearEnd = try YearEndSettings(settings)
    numbering = try NumberingSettings(settings)
    people = try PeopleSettings(settings)
    publication = try PublicationSettings(settings)
    let own = settings.value("categories")?.list?.compactMap { Category($0) } ?? []
    categories = Dictionary((national.categories + own).map { ($0.code, $0) }) { _, own in own }
  }

  /// The same rules by the national numbers of another day: a limit that the nation lowers binds every order
  /// from then on, also under a version that began before.
  package func on(_ day: Day) throws(RulesError) -> Rulebook {
    guard day != self.day else { return self }
    var rulebook = self
    rulebook.day = day
    try rulebook.bind()
    return rulebook
  }

  /// What a setting comes to on the rulebook's day: the nation's number where nobody set it, and never more than that
  /// allows.
  package func valueInForce(_ key: RuleKey) -> RuleValue? {
    settings.bound(by: national, on: day).value(key.name)
  }

  /// The same rules for one unit, whose settings may be stricter than the province's; of each key that of the unit
  /// itself or else of the nearest above it.
  ///
  /// - Parameter path: The codes of the units from the root to that one.
  package func of(unit path: [String]) throws(RulesError) -> Rulebook {
    let own = settings.settings(ofUnit: path)
    guard !own.isEmpty else { return self }
    var rulebook = self
    for (key, value) in own { rulebook.settings = rulebook.settings.setting(key, to: value) }
    try rulebook.bind()
    return rulebook
  }

  /// Takes over what depends on the day and on the unit.
  private mutating func bind() throws(RulesError) {
    let bound = settings.bound(by: national, on: day)
    limits = try LimitSettings(bound)
    timers = try TimerSettings(bound)
    deadlines = try NationalDeadlines(national, on: day)
    payment = try PaymentSettings(bound)
    splitting = try SplittingSettings(bound)
    flags = try FlagSettings(bound)
    offers = try OfferSettings(bound)
  }

  /// How many working days a request for offers stays open where nobody says otherwise (domain.md §7.3).
  package var usualOpenWorkingDays: Int { max(deadlines.openWorkingDays, offers.minimumOpenWorkingDays) }

  /// The same rules with the holidays that were laid down since they were written.
  package func observing(_ days: [Day: Holiday]) -> Rulebook {
    guard !days.isEmpty else { return self }
    var rulebook = self
    rulebook.calendar = calendar.observing(days)
    return rulebook
  }

  /// The regulation behind a violation.
  package func legal(of code: ViolationCode) -> String { national.legal(of: code) }

  /// Whether products of a category are food; false for categories that the province does not have.
  package func isFood(_ category: String) -> Bool { categories[category]?.isFood ?? false }

  /// Whether a vendor with these lines of business sells food, and so hands in papers on halal and hygiene.
  package func sellsFood(_ kbli: [KBLI]) -> Bool {
    let codes = Set(categories.values.filter(\.isFood).flatMap(\.kbli).map(\.code))
    return kbli.contains { codes.contains($0.code) }
  }

  /// The codes of the categories that vendors with these lines of business sell; a category that any vendor
  /// may sell is not among them.
  package func categories(soldBy kbli: [KBLI]) -> Set<String> {
    let own = Set(kbli.map(\.code))
    return Set(categories.values.filter { !own.isDisjoint(with: $0.kbli.map(\.code)) }.map(\.code))
  }

  /// The same rules without the last days of the year, for demonstrations.
  package var withoutYearEnd: Rulebook {
    var rulebook = self
    rulebook.yearEnd = nil
    return rulebook
  }

  /// The same rules with everything published at once, for demonstrations.
  package var withoutPublicationDelay: Rulebook {
    var rulebook = self
    rulebook.publication.delayHours = 0
    return rulebook
  }

  /// The rules in force on a day among a province's versions: the latest that has begun, else the nation's.
  ///
  /// - Parameter versions: The settings of every version, in any order, at least one.
  package static func inForce(
    on day: Day, versions: [TenantRules], national: NationalRules
  ) throws(RulesError) -> Rulebook {
    var chosen: (from: Day, settings: TenantRules)?
    for settings in versions {
      let from: Day = try settings.read("effective_from")
      if from <= day, from >= chosen?.from ?? from { chosen = (from, settings) }
    }
    if let chosen { return try Rulebook(national: national, settings: chosen.settings, on: day) }
    guard let any = versions.first else { throw .setting("version") }
    return try Rulebook(national: national, settings: any.identityAlone, nationalOn: day)
  }
}
