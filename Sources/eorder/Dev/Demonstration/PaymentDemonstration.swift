import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Where a province pays by debit, each unit's treasurer registers its account.
struct PaymentDemonstration: Sendable {
  let place: DemonstrationPlace
  let people: [DemonstrationPerson]

  func run() async throws {
    let rulebook = place.tenant.rulebook
    guard rulebook.payment.modes.contains(.autodebit) else { return }
    let bank = rulebook.settings.settings["payment.bank_code"]?.text ?? "111"
    let treasurers = people.map(\.actor).filter { $0.roles.contains(.treasurer) && $0.unitID != nil }
    for (number, treasurer) in treasurers.enumerated() {
      let body: JSONValue = [
        "unitId": .string(treasurer.unitID?.uuidString.lowercased() ?? ""), "bankCode": .string(bank),
        "accountNumber": .string("\(1_000_000_000 + number)"),
        "accountName": .string("Bendahara Pengeluaran"),
      ]
      try await place.withConnection { lease in
        do {
          _ = try await RegisterDebitAccount(body: body)(place.caller(treasurer), Write(), lease)
        } catch Refusal.alreadyRegistered(_) {
          // By an earlier start, or by another treasurer of the unit.
        }
      }
    }
  }
}
