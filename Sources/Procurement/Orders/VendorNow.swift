package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// What officials have to know of an order's vendor as it stands now: a ban, an account that was changed.
package struct VendorNow: RowDecodable, Sendable {
  package let state: VendorState
  package let bankChangedAt: Date?
  package let bankCoolingUntil: Date?

  package init(row: inout Row) throws {
    state = try row.code()
    bankChangedAt = try row.next(Date?.self)
    bankCoolingUntil = try row.next(Date?.self)
  }

  /// Of `vendor sv`.
  static let columns: SQL = "sv.state, sv.bank_changed_at, sv.bank_cooling_until"

  /// What a tag of an order says of its vendor; nil of one that is as it was when it was verified.
  var tag: String? {
    let instants = [bankChangedAt, bankCoolingUntil].compactMap(\.self).map {
      Int64($0.timeIntervalSince1970 * 1000)
    }
    let parts = (state == .verified ? [] : [state.rawValue]) + instants.map(String.init)
    return parts.isEmpty ? nil : parts.joined(separator: "-")
  }

  /// When the account's cooling ends; nil where it does not cool.
  func coolingEnd(at now: Date) -> Date? { bankCoolingUntil.flatMap { $0 > now ? $0 : nil } }
}
