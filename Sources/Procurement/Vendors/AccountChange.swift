import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// What becomes of a vendor's bank account when its profile is written anew: a new one cools for some days, everybody
/// of the vendor is told, and a verifier looks whose it is.
struct AccountChange {
  private static let day: TimeInterval = 86_400

  private let vendor: VendorRow
  private let profile: VendorProfile
  private let caller: Caller

  init(of vendor: VendorRow, to profile: VendorProfile, _ caller: Caller) {
    self.vendor = vendor
    self.profile = profile
    self.caller = caller
  }

  /// A vendor that was never verified has no account yet to which anybody pays.
  var isChange: Bool {
    let old = vendor.profile
    let isSame =
      (old.bankCode, old.accountNumber, old.accountName)
      == (profile.bankCode, profile.accountNumber, profile.accountName)
    return !isSame && vendor.state == .verified
  }

  var writes: [SQL] {
    guard isChange else { return [] }
    let until = caller.now + Double(caller.rulebook.vendors.bankCoolingDays) * Self.day
    let detail = [
      JSONMember(name: "vendorName", value: .string(profile.businessName)),
      JSONMember(name: "until", value: JSONValue(caller.tenant.today(until))),
    ]
    let told = Notice(.bankAccountChanged, about: .vendor(vendor.id), detail: detail, at: caller.now)
    return [
      """
      UPDATE vendor SET bank_changed_at = \(caller.now), bank_cooling_until = \(until), bank_checked_at = NULL
      WHERE id = \(vendor.id)
      """,
      told.insertion(to: .vendor(vendor.id)), told.insertion(to: .role(.verifier, unit: nil)),
      Letter.bankAccountChanged(of: vendor.id, detail: detail, now: caller.now),
    ]
  }
}
