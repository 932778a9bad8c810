import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// What a new state of a vendor changes besides its history: its row, its products, who is told.
struct VendorStateChange {
  /// States in which the vendor's row keeps decree and day.
  private static let bounded: Set<VendorState> = [.suspended, .blacklisted]

  private let vendor: VendorRow
  private let to: VendorState
  private let reason: String?
  private let decree: String?
  private let until: Day?

  init(_ vendor: VendorRow, to: VendorState, reason: String?, decree: String? = nil, until: Day? = nil) {
    self.vendor = vendor
    self.to = to
    self.reason = reason
    let keeps = Self.bounded.contains(to)
    self.decree = keeps ? decree : nil
    self.until = keeps ? until : nil
  }

  func writes(at now: Date, under rulebook: Rulebook) -> [SQL] {
    let verifyDue =
      to == .submitted
      ? rulebook.calendar.deadline(workingDays: rulebook.vendors.verifyWorkingDays, after: now) : nil
    let lapsesAt =
      to == .returned ? now + TimeInterval(rulebook.deadlines.vendorMendDays * 86_400) : nil
    let wakeAt = to == .verified ? now : verifyDue ?? until.map { rulebook.calendar.instant(of: $0) }
    let row: SQL = """
      UPDATE vendor SET state = \(to.rawValue), reason = \(reason), decree = \(decree), until = \(until),
        lapses_at = \(lapsesAt), verify_due_at = \(verifyDue), wake_at = \(wakeAt), updated_at = \(now),
        version = version + 1
      WHERE id = \(vendor.id)
      """
    guard (vendor.state == .verified) != (to == .verified) else { return [row] }
    return [
      row,
      """
      UPDATE product SET vendor_verified = \(to == .verified), version = version + 1 WHERE vendor_id = \(vendor.id)
      """,
    ]
  }

  func notices(_ transition: VendorTransition, at now: Date) -> [SQL] {
    guard let kind = transition.notice else { return [] }
    let told = Notice(
      kind, about: .vendor(vendor.id),
      detail: [
        JSONMember(name: "vendorName", value: .string(vendor.profile.businessName)),
        JSONMember(name: "decree", value: JSONValue(decree)),
        JSONMember(name: "until", value: JSONValue(until)),
        JSONMember(name: "reason", value: JSONValue(reason)),
      ], at: now)
    guard transition != .submit else { return [told.insertion(to: .role(.verifier, unit: nil))] }
    guard transition == .blacklist else { return [told.insertion(to: .vendor(vendor.id))] }
    // Running orders stay as they are; who signed them has to know.
    let running = Notice(
      .vendorOfOrderBanned, about: .vendor(vendor.id),
      detail: [
        JSONMember(name: "vendorName", value: .string(vendor.profile.businessName)),
        JSONMember(name: "decree", value: JSONValue(decree)),
      ], at: now)
    return [
      told.insertion(to: .vendor(vendor.id)), running.insertion(to: .officersWithOrders(of: vendor.id)),
    ]
  }
}

extension VendorTransition {
  fileprivate var notice: NoticeKind? {
    switch self {
    case .create: nil
    case .submit: .vendorSubmitted
    case .verify: .vendorVerified
    case .return: .vendorReturned
    case .reject: .vendorRejected
    case .suspend: .vendorSuspended
    case .reinstate: .vendorReinstated
    case .blacklist: .vendorBlacklisted
    case .lapse: .vendorLapsed
    }
  }
}
