package import EOrderRules
import StrictJSON

/// The rules of a day in the form in which they are kept beside decisions: all that `decide` reads, so that a
/// decision can be made again by the rules of its time, whatever the installation has become since.
package struct KeptRules: Sendable {
  /// What decisions call the version.
  package let version: String
  /// Canonical JSON of the settings, the national rules, and what was made of them.
  package let content: [UInt8]
  /// SHA-256 of the content.
  package let sha256: [UInt8]
  /// Whether the last days of the year were set aside, as a demonstration does.
  package let isWithoutYearEnd: Bool

  /// - Parameter rulebook: those of the province, not of one of its units.
  package init(_ rulebook: Rulebook) {
    let settings = rulebook.settings.settings.map { JSONMember(name: $0.key, value: JSONValue($0.value)) }
    // The national rules are the same for all; the members stand in the order of canonical JSON.
    let national = rulebook.national.source
    var bytes = Array("{\"beforeFirstVersion\":\(rulebook.effectiveFrom == nil),\"national\":".utf8)
    bytes += national.isEmpty ? Array("null".utf8) : national
    bytes += Array(",\"settings\":".utf8)
    bytes += JSONValue.object(settings).canonical
    bytes += Array(",\"withoutYearEnd\":\(rulebook.yearEnd == nil)}".utf8)
    content = bytes
    version = rulebook.version
    sha256 = content.sha256
    isWithoutYearEnd = rulebook.yearEnd == nil
  }
}

/// Kept rules, read again.
package struct ReadRules: Sendable {
  private let settings: TenantRules
  private let national: NationalRules
  private let isBeforeFirstVersion: Bool
  private let isWithoutYearEnd: Bool

  /// - Parameter later: today's rules of the nation, for what nobody asked for when these were kept, and what
  ///   therefore decided nothing then.
  /// - Throws: `JSONSyntaxError` or `RulesError` for a content that is none.
  package init(_ content: [UInt8], filledFrom later: NationalRules? = nil) throws {
    let value = try JSONValue(parsing: content)
    settings = TenantRules(
      settings: Dictionary(
        (value["settings"]?.members ?? []).map { ($0.name, RuleValue(json: $0.value)) }
      ) { $1 })
    national = try NationalFile.rules(RuleValue(json: value["national"] ?? .null), filledFrom: later)
    isBeforeFirstVersion = value["beforeFirstVersion"]?.bool ?? false
    isWithoutYearEnd = value["withoutYearEnd"]?.bool ?? false
  }

  /// The rules as they held on a day.
  package func rulebook(on day: Day) throws(RulesError) -> Rulebook {
    let rulebook = try Rulebook(
      national: national, settings: settings, on: day, nationalOn: isBeforeFirstVersion ? day : nil)
    return isWithoutYearEnd ? rulebook.withoutYearEnd : rulebook
  }
}
