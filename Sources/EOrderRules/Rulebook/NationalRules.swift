/// What holds in every province and none can change: limits, rates and their regulations, by date.
package struct NationalRules: Sendable {
  /// The version of the national rules.
  package let version: String
  /// The time zones of the country.
  package let zones: [OfficialZone]
  /// The national holidays with their names.
  package let holidays: [Day: String]
  /// The limits of the business sizes.
  package let sizes: [SizeClass]
  /// The template of categories that every province starts with.
  package let categories: [Category]
  /// The papers that every vendor hands in; sections default, food and vat.
  package let requiredDocuments: [String: Set<String>]
  /// All that its file says in canonical JSON, so that it can be kept beside decisions; empty where there is no file.
  package let source: [UInt8]
  private let rows: [NationalCode: [NationalRow]]
  private let legal: [ViolationCode: String]

  /// The rules; throws where a code has no row, a violation no regulation, or two rows begin on one day.
  package init(
    version: String, rows: [NationalRow], legal: [ViolationCode: String], zones: [OfficialZone],
    holidays: [Day: String] = [:],
    sizes: [SizeClass], categories: [Category] = [], requiredDocuments: [String: Set<String>] = [:],
    source: [UInt8] = []
  ) throws(RulesError) {
    self.version = version
    self.rows = Dictionary(grouping: rows, by: \.code).mapValues { $0.sorted { $0.from > $1.from } }
    self.legal = legal
    self.zones = zones
    self.holidays = holidays
    self.sizes = sizes
    self.categories = categories
    self.requiredDocuments = requiredDocuments
    self.source = source
    for code in NationalCode.allCases {
      guard let dated = self.rows[code] else { throw .incomplete(code.rawValue) }
      for row in dated where row.until.map({ $0 < row.from }) ?? false { throw .endsBeforeItBegins(row.name) }
      for (_, rows) in Dictionary(grouping: dated, by: \.province) {
        guard Set(rows.map(\.from)).count == rows.count else { throw .ambiguous(code.rawValue) }
      }
      guard dated.contains(where: { $0.province == nil }) else { throw .incomplete(code.rawValue) }
    }
    for code in ViolationCode.allCases where legal[code]?.isEmpty ?? true {
      throw .incomplete(code.rawValue)
    }
  }

  /// The row of a code that holds everywhere on a day; nil before the first.
  package func row(_ code: NationalCode, on day: Day) -> NationalRow? {
    rows[code]?.first { $0.holds(on: day) && $0.province == nil }
  }

  /// The row that binds settings: the province's own where it has one in force, else the one in force
  /// everywhere, and before the first that first one, since a limit that began later is no licence before.
  package func binding(_ code: NationalCode, on day: Day, province: String? = nil) -> NationalRow? {
    let own = rows[code]?.first { $0.holds(on: day) && $0.province != nil && $0.province == province }
    return own ?? row(code, on: day) ?? rows[code]?.last { $0.province == nil }
  }

  /// The amount of a code that holds on a day; nil before the first, and for rates.
  package func amount(_ code: NationalCode, on day: Day) -> Rupiah? { row(code, on: day)?.amount }

  /// The row of a code that holds on a day; throws before the first.
  package func inForce(_ code: NationalCode, on day: Day) throws(RulesError) -> NationalRow {
    guard let row = row(code, on: day) else { throw .notYetInForce(code.rawValue, day) }
    return row
  }

  /// The regulation behind a violation.
  package func legal(of code: ViolationCode) -> String { legal[code] ?? "" }

  /// All rows of a code, the latest first.
  package func history(of code: NationalCode) -> [NationalRow] { rows[code] ?? [] }
}

/// Why rules cannot decide.
package enum RulesError: Error, Hashable, Sendable {
  /// The national rules say nothing of a code.
  case incomplete(String)
  /// Two rows of a code begin on the same day.
  case ambiguous(String)
  /// A row ends before it begins.
  case endsBeforeItBegins(String)
  /// A code has no row yet on that day.
  case notYetInForce(String, Day)
  /// An amount left the range of 64-bit rupiah.
  case overflow
  /// A setting is missing or has the wrong type.
  case setting(String)

  /// The reason in a sentence.
  package var description: String {
    switch self {
    case .incomplete(let code): "the national rules lack \(code)"
    case .ambiguous(let code): "two national rules \(code) begin on the same day"
    case .endsBeforeItBegins(let row): "the national rule \(row) ends before it begins"
    case .notYetInForce(let code, let day): "no national rule \(code) is in force on \(day)"
    case .overflow: "an amount is larger than can be counted"
    case .setting(let name): "the setting \(name) is missing or of the wrong type"
    }
  }
}
