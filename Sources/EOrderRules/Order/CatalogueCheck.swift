/// What somebody found when looking for the goods in the national catalogue.
package struct CatalogueCheck: Hashable, Sendable {
  /// The outcome of the look.
  package enum Result: String, Sendable, CaseIterable {
    case notFound = "not_found"
    case found
    case notChecked = "not_checked"
  }

  /// The outcome.
  package var result: Result
  /// Why the order is made here all the same.
  package var reason: String?
  /// What proves the outcome.
  package var evidence: String?

  /// An outcome with its reason and proof.
  package init(result: Result, reason: String? = nil, evidence: String? = nil) {
    self.result = result
    self.reason = reason
    self.evidence = evidence
  }
}
