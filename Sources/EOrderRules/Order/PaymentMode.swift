/// How the province pays (Permendagri 77/2020, 79/2022).
package enum PaymentMode: String, Sendable, CaseIterable {
  /// Petty cash of the treasurer.
  case up = "UP"
  /// Petty cash, replenished.
  case gu = "GU"
  /// Additional petty cash.
  case tu = "TU"
  /// Straight from the treasury to the vendor.
  case ls = "LS"
  /// The regional government's credit card.
  case kkpd = "KKPD"
  /// The bank debits the unit's account.
  case autodebit = "AUTODEBIT"

  /// Whether the limit of a single petty-cash payment binds this mode.
  package var isPettyCash: Bool { self == .up || self == .gu }
}
