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

/// What a selection needs besides the offer itself (domain.md §7.3).
package enum SelectionNeed: Sendable {
  /// Another eligible offer is cheaper: why not that one.
  case reason
  /// Fewer offers than the province wants: a note that it was so.
  case note
}

/// What has to be written down for selecting an offer, everything at once.
///
/// - Parameters:
///   - ranked: the comparable offers in rank, the selected one among them.
///   - minimum: how many valid offers a request should bring (`rfo.min_offers`).
package func selectionNeeds(_ id: String, among ranked: [ComparedOffer], minimum: Int) -> [SelectionNeed] {
  var needs: [SelectionNeed] = []
  if ranked.first(where: \.isEligible)?.id != id { needs.append(.reason) }
  if ranked.count < minimum { needs.append(.note) }
  return needs
}
