/// A certificate of competence in procurement (PBJ), which a PP and a PPK need (Perpres 46/2025 Art. 1(18c)).
package struct CompetenceCertificate: Sendable, Hashable {
  package let number: String
  /// The last day on which it holds; nil where none is set.
  package let until: Day?

  /// Nil without a number: there is none then.
  package init?(number: String?, until: Day?) {
    guard let number else { return nil }
    self.number = number
    self.until = until
  }

  /// Whether it holds on a day.
  package func isValid(on day: Day) -> Bool { until.map { $0 >= day } ?? true }
}

/// What is known of the certificate of whoever places or issues an order.
package enum CertificateRecord: Sendable, Hashable {
  case recorded(CompetenceCertificate)
  /// The person is known, and no certificate of theirs.
  case missing
}
