/// A setting of a province: its name in the file, what it may be, what holds without it, and why.
package struct RuleKey: Sendable {
  /// How far a province may depart from the nation's value.
  package enum Direction: String, Sendable {
    /// As it likes, within the bounds.
    case free
    /// Only lower than the default.
    case stricterLower = "stricter_lower"
    /// Only higher, or further down the list of words, than the default.
    case stricterHigher = "stricter_higher"
    /// Not at all.
    case locked
    /// Set once, when the province joins.
    case fixed
  }

  /// The name, sections and key parted by dots, as `order.cap_gross`.
  package let name: String
  /// What it may be.
  package let type: RuleType
  /// What holds where the file is silent; nil where the file has to speak, the nation's number holds, or
  /// nothing does.
  package let initial: RuleValue?
  /// The national number that holds where the file is silent.
  package let norm: NationalCode?
  /// Whether the file has to have it.
  package let isRequired: Bool
  /// How far a province may depart from the default.
  package let direction: Direction
  /// The national number that it may not exceed, or, where locked, has to equal.
  package let national: NationalCode?
  /// The regulation behind it.
  package let legal: String
  /// What it does, in a sentence.
  package let meaning: String

  static func setting(
    _ name: String, _ type: RuleType, _ initial: RuleValue?, required: Bool = false,
    direction: Direction = .free, norm: NationalCode? = nil, national: NationalCode? = nil,
    legal: String = "", _ meaning: String
  ) -> RuleKey {
    RuleKey(
      name: name, type: type, initial: initial, norm: norm ?? (initial == nil ? national : nil),
      isRequired: required, direction: direction, national: national, legal: legal, meaning: meaning)
  }

  /// What holds on a day where the file is silent.
  package func initial(_ national: NationalRules, on day: Day) -> RuleValue? {
    initial ?? norm.flatMap { national.binding($0, on: day)?.setting }
  }

  /// Every setting, in the order of the documentation.
  package static let all: [RuleKey] =
    identityKeys + limitKeys + vendorKeys + peopleKeys + timerKeys + paymentKeys + taxKeys + splittingKeys
    + catalogueKeys + yearKeys + publicationKeys + appearanceKeys + unitKeys

  /// The settings by name.
  package static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
