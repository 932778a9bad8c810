import Procurement

extension NoticeText {
  /// Notices about vendors.
  var vendorEnglish: String {
    switch kind {
    case .vendorSubmitted: "\(vendor) waits to be verified."
    case .vendorOverdue: "\(vendor) has waited longer for its verification than promised."
    case .vendorVerified: "Your business is verified; you may sell now."
    case .vendorReturned: "Your registration came back to be mended. Send it again within 14 days."
    case .vendorRejected: "Your registration was rejected."
    case .vendorLapsed: "Your registration has lapsed; mend it and send it again to reopen it."
    case .vendorSuspended: "\(vendor) is suspended\(end)."
    case .vendorBlacklisted: "\(vendor) is on the blacklist\(decree)\(end)."
    case .vendorReinstated: "\(vendor) may sell again."
    case .sanctionEnded: "The sanction on \(vendor) has ended; it may be reinstated."
    case .sanctionProposed: "A sanction on \(vendor) is proposed."
    case .sanctionDismissed: "The proposed sanction on \(vendor) was dismissed."
    case .vendorOfOrderBanned:
      "\(vendor), the vendor of a running order, is on the blacklist\(decree). The order stays as it is."
    case .paperEnding:
      "The paper \(paper) ends\(day). Hand in a new one\(threat)"
    case .paperRenewed: "\(vendor) handed in a new paper (\(paper)); please look at it."
    case .bankAccountChanged:
      "The bank account of \(vendor) was changed\(cooling). If it was not you, tell the verifier at once."
    case .kbliAsked: "\(vendor) asks for other lines of business (KBLI); please look."
    case .kbliAccepted: "Your lines of business (KBLI) were changed."
    case .kbliRefused: "Your request for other lines of business (KBLI) was not accepted."
    default: kind.rawValue
    }
  }

  private var paper: String { self["paper"] ?? "–" }
  private var threat: String { says("isRequired") ? ", or you are suspended after that day." : " in time." }
  private var end: String { until(in: .english).map { " until \($0)" } ?? "" }
  private var day: String { until(in: .english).map { " on \($0)" } ?? "" }
  private var decree: String { self["decree"].map { " by decree \($0)" } ?? "" }
  private var cooling: String { until(in: .english).map { "; payments to it wait until \($0)" } ?? "" }
}
