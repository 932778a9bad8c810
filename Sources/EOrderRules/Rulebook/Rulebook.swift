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
  package let settings: TenantRules
  /// Working days and deadlines.
  package let calendar: WorkCalendar
  /// Values of orders.
  package let limits: LimitSettings
  /// Who may sell.
  package let vendors: VendorSettings
  /// How long everybody has.
  package let timers: TimerSettings
  /// How the province pays.
  package let payment: PaymentSettings
  /// How taxes are reckoned where the law leaves room.
  package let tax: TaxSettings
  /// When orders belong together.
  package let splitting: SplittingSettings
  /// The last days of a year; nil where they are set aside.
  package private(set) var yearEnd: YearEndSettings?
  /// How numbers are written.
  package let numbering: NumberingSettings
  /// Exceptions from the separation of duties, and who else may do what.
  package let people: PeopleSettings
  /// What is published and kept.
  package let publication: PublicationSettings
  /// The categories by code.
  package let categories: [String: Category]

  /// The rules of a version; with `nationalOn`, those that held on a day before the province's first version,
  /// for which the settings should be `identityAlone`.
  package init(
    national: NationalRules, settings: TenantRules, nationalOn day: Day? = nil
  ) throws(RulesError) {
    self.national = national
    self.settings = settings
    tenant = try TenantIdentity(settings)
    let from: Day
    if let day {
      version = "national-\(day)"
      effectiveFrom = nil
      from = day
    } else {
      version = try settings.text("version")
      from = try settings.read("effective_from")
      effectiveFrom = from
    }
    calendar = try WorkCalendar(settings, national: national)
    limits = try LimitSettings(settings, national: national, on: from)
    vendors = try VendorSettings(settings, national: national)
    timers = try TimerSettings(settings)
    payment = try PaymentSettings(settings)
    tax = try TaxSettings(settings)
    splitting = try SplittingSettings(settings)
    yearEnd = try YearEndSettings(settings)
    numbering = try NumberingSettings(settings)
    people = try PeopleSettings(settings)
    publication = try PublicationSettings(settings)
    let own = settings.value("categories")?.list?.compactMap { Category($0) } ?? []
    categories = Dictionary((national.categories + own).map { ($0.code, $0) }) { _, own in own }
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

  /// The same rules without the last days of the year, for demonstrations.
  package var withoutYearEnd: Rulebook {
    var rulebook = self
    rulebook.yearEnd = nil
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
    if let chosen { return try Rulebook(national: national, settings: chosen.settings) }
    guard let any = versions.first else { throw .setting("version") }
    return try Rulebook(national: national, settings: any.identityAlone, nationalOn: day)
  }
}
