import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Something that happened to a vendor, with its audit entry.
struct VendorFact {
  let vendor: UUID
  let transition: VendorTransition
  let from: VendorState?
  let to: VendorState
  let reason: String?
  let userID: UUID?
  let entry: AuditEntry

  /// - Parameter more: members of the audit entry besides the states and the reason.
  init(
    _ transition: VendorTransition, of vendor: UUID, from: VendorState?, to: VendorState,
    reason: String? = nil,
    by author: Author, more: [JSONMember] = []
  ) {
    self.vendor = vendor
    self.transition = transition
    self.from = from
    self.to = to
    self.reason = reason
    userID = author.userID
    entry = author.entry(
      "vendor.\(transition.rawValue)", subject: "vendor", id: vendor,
      detail: .object(
        [
          JSONMember(name: "from", value: JSONValue(from?.rawValue)),
          JSONMember(name: "to", value: .string(to.rawValue)),
          JSONMember(name: "reason", value: JSONValue(reason)),
        ] + more))
  }
}

extension [VendorFact] {
  /// Inserts facts of one write with their audit entries.
  func insertions(at now: Date) -> [SQL] {
    [
      map(\.entry).insertion(at: now),
      """
      INSERT INTO vendor_event (id, vendor_id, at, user_id, transition, from_state, to_state, reason, audit_id)
      SELECT t.id, t.vendor, \(now), \(first?.userID), t.transition, nullif(t.from_state, ''), t.to_state,
             nullif(t.reason, ''), t.entry
      FROM unnest(\(SQLArray(map { _ in UUID.version7(at: now) })), \(SQLArray(map(\.vendor))),
        \(SQLArray(map(\.transition.rawValue))), \(SQLArray(map { $0.from?.rawValue ?? "" })),
        \(SQLArray(map(\.to.rawValue))), \(SQLArray(map { $0.reason ?? "" })), \(SQLArray(map(\.entry.id))))
        AS t(id, vendor, transition, from_state, to_state, reason, entry)
      """,
    ]
  }
}
