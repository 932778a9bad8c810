import Authentication
import EOrderRules
import Foundation

/// Who acts in one unit, in the order of their addresses.
struct YearSeats: Sendable {
  let owner: Actor
  let commitments: [Actor]
  let officers: [Actor]
  let technical: Actor
  let verifier: Actor
  let treasurers: [Actor]

  /// Nil where a seat of the unit is empty.
  init?(_ people: [Actor]) {
    func only(_ role: Role) -> [Actor] { people.filter { $0.roles == [role] }.sorted { $0.email < $1.email } }
    guard let owner = only(.budgetOwner).first, let technical = only(.technicalOfficer).first,
      let verifier = only(.financeVerifier).first
    else { return nil }
    (self.owner, self.technical, self.verifier) = (owner, technical, verifier)
    commitments = only(.commitmentOfficer)
    officers = only(.procurementOfficer)
    treasurers = only(.treasurer)
    guard commitments.count > 1, !officers.isEmpty, !treasurers.isEmpty else { return nil }
  }

  /// The last one, who is kept for them: the place of the officer whose orders show a preference.
  static let preferring = 2

  /// Whose package it is: the last one is kept for those whose orders show a preference.
  func commitment(_ story: YearStory) -> Actor {
    if let place = story.officer { return commitments[min(place, commitments.count - 1)] }
    return commitments[story.package % max(1, commitments.count - 1)]
  }

  func actor(_ seat: YearSeat, _ story: YearStory) -> Actor? {
    switch seat {
    case .owner: owner
    case .commitment: commitment(story)
    case .officer: officers[story.number % officers.count]
    case .technical: technical
    case .verifier: verifier
    case .treasurer: treasurers[0]
    case .payer: treasurers[treasurers.count - 1]
    case .vendor: nil
    }
  }
}
