extension RuleKey {
  /// Whether a unit may have a setting of its own: the key says which way is stricter, and it is about orders.
  package var holdsInUnits: Bool {
    guard direction == .stricterLower || direction == .stricterHigher else { return false }
    return ["order", "direct", "catalogue_check", "ssh", "timer", "split"].contains(sections[0])
  }

  /// The settings that a unit may have.
  package static let ofUnits: [RuleKey] = all.filter(\.holdsInUnits)

  /// The name's parts: the sections, and the key.
  package var sections: [String] { name.split(separator: ".").map(String.init) }

  static let unitKeys: [RuleKey] = [
    .setting(
      "units", .map(of: .record(unitFields), named: .unit), [:], legal: "Perpres 16/2018 Art. 9",
      "Settings of single units by their codes, only stricter than the province's; they hold for the units below "
        + "as well, until one of those has its own.")
  ]

  /// The sections of a unit, with the keys that hold there.
  private static var unitFields: [RuleField] {
    let keys = (limitKeys + timerKeys + splittingKeys).filter(\.holdsInUnits)
    var sections: [(name: String, fields: [RuleField])] = []
    for key in keys {
      let (section, name) = (key.sections[0], key.sections[1])
      let field = RuleField.optional(name, key.type)
      if let index = sections.firstIndex(where: { $0.name == section }) {
        sections[index].fields.append(field)
      } else {
        sections.append((section, [field]))
      }
    }
    return sections.map { .optional($0.name, .record($0.fields)) }
  }
}

extension TenantRules {
  /// The codes of the units that have settings of their own.
  package var units: [String] { value("units")?.members?.map(\.name) ?? [] }

  /// A unit's own settings by key.
  package func settings(ofUnit code: String) -> [String: RuleValue] {
    guard let unit = value("units")?[code] else { return [:] }
    var found: [String: RuleValue] = [:]
    for key in RuleKey.ofUnits {
      if let value = unit[key.sections[0]]?[key.sections[1]] { found[key.name] = value }
    }
    return found
  }

  /// What holds in a unit besides the province's settings: of each key that of the unit nearest to it.
  package func settings(ofUnit path: [String]) -> [String: RuleValue] {
    guard !units.isEmpty else { return [:] }
    return path.reduce(into: [:]) { found, code in
      found.merge(settings(ofUnit: code)) { _, nearer in nearer }
    }
  }

  /// Settings of units that are looser than the province's, or that the nation does not allow.
  func unitConflicts(_ national: NationalRules, _ day: Day) -> [SettingConflict] {
    units.flatMap { code in
      RuleKey.ofUnits.compactMap { key in
        guard let value = settings(ofUnit: code)[key.name],
          let problem = key.problem(with: value, national: national, on: day)
            ?? key.looser(value, than: self.value(key.name) ?? key.initial(national, on: day))
        else { return nil }
        return SettingConflict(key: "units.\(code).\(key.name)", problem: problem)
      }
    }
  }
}

extension Rulebook {
  /// How far splitting is looked for in the strictest of the units: what is read for a decision before the order's
  /// unit is known.
  package var strictestSplitting: (windowDays: Int, vendorWindowDays: Int, limit: Rupiah) {
    func own(_ key: String) -> [Int64] {
      settings.units.compactMap { settings.settings(ofUnit: $0)[key]?.integer }
    }
    let windows = own("split.window_days").map { Int(clamping: $0) } + [splitting.windowDays]
    let vendorWindows =
      own("split.vendor_window_days").map { Int(clamping: $0) } + [splitting.vendorWindowDays]
    let limits = own("split.limit").map { Rupiah($0) } + [splitting.limit]
    return (
      windows.max() ?? splitting.windowDays, vendorWindows.max() ?? splitting.vendorWindowDays,
      limits.min() ?? splitting.limit
    )
  }
}
