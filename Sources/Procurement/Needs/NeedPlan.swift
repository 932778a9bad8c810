import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// What the package of a need says of the estimate: how much was announced, and its own estimate.
struct NeedPlan: RowDecodable, Sendable {
  let ceiling: Rupiah
  let ownEstimate: Rupiah?

  init(row: inout Row) throws {
    ceiling = try row.next()
    ownEstimate = try row.next(Rupiah?.self)
  }

  static func select(need id: UUID) -> SQL {
    """
    SELECT p.ceiling, p.own_estimate FROM package p WHERE p.id = (SELECT d.package_id FROM need d WHERE d.id = \(id))
    """
  }

  /// `RUP_ANNOUNCED`: no estimate above what was announced (Perpres 16/2018 Art. 22); `HPS_NEEDED`: none is needed
  /// where a receipt is enough for the whole package (Art. 26).
  func refusal(of estimate: Int64?, _ rulebook: Rulebook) -> FieldError? {
    guard let estimate else {
      let isNeeded = ownEstimate == nil && ceiling > rulebook.limits.receiptMaximum
      return isNeeded ? FieldError("/ownEstimate", .required) : nil
    }
    guard Rupiah(estimate) > ceiling else { return nil }
    return FieldError(
      "/ownEstimate", .tooLarge,
      detail: .estimateAboveCeiling(ceiling, legal: rulebook.legal(of: .planAnnounced)))
  }
}

extension Bilingual {
  /// An own estimate above what was announced for its package.
  static func estimateAboveCeiling(_ ceiling: Rupiah, legal: String) -> Bilingual {
    Bilingual(
      id: """
        HPS melebihi pagu RUP paketnya, \(ceiling.text(thousands: ".")) (RUP_ANNOUNCED; \(legal)). Turunkan HPS, atau \
        umumkan pagu paket yang baru di SiRUP lalu impor paketnya lagi.
        """,
      en: """
        The estimate exceeds its package's announced amount of \(ceiling.text(thousands: ",")) (RUP_ANNOUNCED; \
        \(legal)). Lower the estimate, or announce the package's new amount in SiRUP and import it again.
        """)
  }
}
