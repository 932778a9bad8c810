/// Particulars of a person or a business by which the same one can be found again, as hashes: whoever compares
/// them learns whether two are equal, not what they are.
package struct Traces: Hashable, Sendable {
  /// What is compared.
  package enum Kind: String, Sendable, CaseIterable {
    case nik, phone, account, address
  }

  /// Whose they are: a vendor's or a user's id.
  package var id: String
  /// The hashes of each kind; a business may have several persons and accounts.
  package var hashes: [Kind: Set<String>]

  /// The traces of somebody.
  package init(id: String, hashes: [Kind: Set<String>]) {
    self.id = id
    self.hashes = hashes
  }

  /// The kinds in which two share a hash; an empty hash says nothing.
  func shared(with other: Traces) -> [Kind] {
    Kind.allCases.filter { kind in
      let common = (hashes[kind] ?? []).intersection(other.hashes[kind] ?? [])
      return common.contains { !$0.isEmpty }
    }
  }
}

extension Rulebook {
  /// `COI1`: a vendor shares a person, a phone, an account or an address with a user of the province; nil where
  /// it does not. The vendor's own users are not among those compared.
  package func conflictOfInterest(
    vendor: Traces, officials: [Traces], on day: Day
  ) throws(RulesError) -> Violation? {
    let found = officials.map { (id: $0.id, kinds: vendor.shared(with: $0)) }.filter { !$0.kinds.isEmpty }
    guard !found.isEmpty else { return nil }
    let matches = found.map { match -> RuleValue in
      ["user": .string(match.id), "shared": .array(match.kinds.map { .string($0.rawValue) })]
    }
    return FlagFacts(code: .conflictOfInterest).raised(
      .block, rule: "vendor.traces", under: try on(day),
      [("vendor", .string(vendor.id)), ("matches", .array(matches))])
  }
}
