import EOrderRules
import Foundation
import Postgres
import StrictJSON

extension OrderRecord {
  /// Tells those whom the approval chain names besides the commitment officer that an order above their value
  /// waits for approval (`approval.chain`, domain.md §7.7).
  func chainNotices(gross: Rupiah, _ people: PeopleSettings, at now: Date) -> [SQL] {
    let told = Notice(
      .orderAboveStep, about: .order(id),
      detail: [
        JSONMember(name: "vendorName", value: .string(vendorName)),
        JSONMember(name: "gross", value: JSONValue(gross)),
      ], at: now)
    return people.informed(of: gross).map { told.insertion(to: .role($0, unit: unitID)) }
  }
}
