/// A package of a unit's plan for a year, as far as consolidating looks at it.
package struct PlannedPackage: Hashable, Sendable {
  /// The package.
  package var packageId: String
  /// Its account code.
  package var account: String
  /// The category of what it buys.
  package var category: String
  /// The announced amount.
  package var ceiling: Rupiah
  /// Whether it is bought by direct orders.
  package var isDirect: Bool

  /// A package with all that is looked at.
  package init(packageId: String, account: String, category: String, ceiling: Rupiah, isDirect: Bool) {
    self.packageId = packageId
    self.account = account
    self.category = category
    self.ceiling = ceiling
    self.isDirect = isDirect
  }
}

extension Rulebook {
  /// `SPL5`: what a unit plans for one account and category in a year is worth a tender, and all of it is bought
  /// directly; one flag for each such pair. Advice to consolidate, not an accusation.
  package func plansWorthATender(_ plan: [PlannedPackage], on day: Day) throws(RulesError) -> [Violation] {
    let rules = try on(day)
    var found: [Violation] = []
    for group in grouped(plan, by: { [$0.account, $0.category] }) where group.allSatisfy(\.isDirect) {
      let sum = try counted { () throws(AmountOverflow) in try group.map(\.ceiling).total() }
      guard sum > rules.flags.planLimit else { continue }
      let facts = FlagFacts(code: .plannedTogether, sum: sum, limit: rules.flags.planLimit)
      found.append(
        facts.raised(
          .warn, rule: "split.plan_limit", under: rules,
          [
            ("account", .string(group[0].account)), ("category", .string(group[0].category)),
            ("packages", .array(group.map { .string($0.packageId) })),
          ]))
    }
    return found
  }
}

/// The elements in groups of one key, in the order in which the keys appear; no group is empty.
func grouped<Element>(_ elements: [Element], by key: (Element) -> [String]) -> [[Element]] {
  var places: [[String]: Int] = [:]
  var groups: [[Element]] = []
  for element in elements {
    let key = key(element)
    if let place = places[key] {
      groups[place].append(element)
    } else {
      places[key] = groups.count
      groups.append([element])
    }
  }
  return groups
}
