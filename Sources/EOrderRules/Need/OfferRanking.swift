package import FoundationEssentials

/// An opened offer as the comparison sees it.
package struct ComparedOffer: Hashable, Sendable {
  /// The offer's id.
  package let id: String
  /// What the order would cost, all taxes included.
  package let gross: Rupiah
  /// Whether no rule blocks an order of it.
  package let isEligible: Bool
  /// Whether the vendor sits in the province.
  package let isLocal: Bool
  /// When it was handed in.
  package let submittedAt: Date

  /// An offer of these particulars.
  package init(id: String, gross: Rupiah, isEligible: Bool, isLocal: Bool, submittedAt: Date) {
    self.id = id
    self.gross = gross
    self.isEligible = isEligible
    self.isLocal = isLocal
    self.submittedAt = submittedAt
  }
}

extension [ComparedOffer] {
  /// The cheapest first, all taxes included; of equal ones a local vendor where the province prefers those, then
  /// the one that came first.
  package func ranked(preferringLocal: Bool) -> [ComparedOffer] {
    sorted { first, second in
      if first.gross != second.gross { return first.gross < second.gross }
      if preferringLocal, first.isLocal != second.isLocal { return first.isLocal }
      if first.submittedAt != second.submittedAt { return first.submittedAt < second.submittedAt }
      return first.id < second.id
    }
  }
}

extension Rulebook {
  /// What a selection still needs, everything at once: `RFO_LOWEST` where a cheaper offer is eligible and nobody
  /// wrote down why not that one, `RFO_MIN_OFFERS` where fewer valid offers came than the province wants and nobody
  /// noted it (allowed with the note; domain.md §7.3).
  ///
  /// - Parameters:
  ///   - id: the offer that is selected.
  ///   - ranked: the comparable offers in rank, the selected one among them.
  package func heldAgainst(
    selecting id: String, among ranked: [ComparedOffer], hasReason: Bool, hasNote: Bool
  ) -> [Violation] {
    var found: [Violation] = []
    let lowest = ranked.first(where: \.isEligible)
    if !hasReason, let lowest, lowest.id != id, let chosen = ranked.first(where: { $0.id == id }) {
      found.append(
        Violation(
          .notLowestOffer, .block, under: self, rule: "rfo.lowest",
          [
            ("gross", RuleValue(chosen.gross)), ("lowest", RuleValue(lowest.gross)),
            ("lowestOffer", .string(lowest.id)), ("mend", .string("reason")),
          ]))
    }
    if !hasNote, ranked.count < offers.minimumOffers {
      found.append(
        Violation(
          .fewOffers, .block, under: self, rule: "rfo.min_offers",
          [
            ("count", .int(Int64(ranked.count))), ("required", .int(Int64(offers.minimumOffers))),
            ("mend", .string("note")),
          ]))
    }
    return found
  }
}

extension Decision {
  /// The same decision with more held against the order.
  package func adding(_ more: [Violation]) -> Decision {
    Decision(
      rulesVersion: rulesVersion, evidenceForm: evidenceForm, violations: violations + more, totals: totals,
      taxes: taxes, lines: lines)
  }
}
