import Authentication
import EOrderRules
import Foundation
import Postgres

extension OrderStep {
  /// Keeps who did it: the last one in a column of its own, everybody whose duty excludes another in a list, which the
  /// database compares.
  mutating func recordPerson() {
    guard case .person(let actor) = taker else { return }
    let person = actor.person
    switch transition {
    case .submit:
      changes.append("submitted_person = \(person), submitted_at = \(caller.now)")
      changes.append(listed("submitters", person))
    case .issue, .reissue:
      changes.append("issued_person = \(person), issued_at = \(caller.now)")
      changes.append("initial_gross = \(decidedGross)")
      changes.append(listed("issuers", person))
    case .inspectOk:
      changes.append("inspected_person = \(person), handed_over_at = \(caller.now)")
      changes.append(listed("inspectors", person))
    case .partialHandover:
      changes.append("inspected_person = \(person)")
      changes.append(listed("inspectors", person))
    case .requestPayment:
      if part == nil { changes.append("requested_person = \(person)") }
      changes.append(listed("requesters", person))
      changes.append(listed("payers", person))
    case .approvePayment:
      if part == nil { changes.append("approved_person = \(person)") }
      changes.append(listed("approvers", person))
    case .confirmPaid:
      if part == nil { changes.append("paid_person = \(person), paid_at = \(caller.now)") }
      changes.append(listed("payers", person))
    case .discard: changes.append("discarded = true")
    case .return: changes.append("submitted_person = NULL, submitted_at = NULL")
    default: break
    }
  }

  private func listed(_ column: SQL, _ person: String) -> SQL {
    """
    \(column) = CASE WHEN \(person) = ANY (\(column)) THEN \(column) ELSE array_append(\(column), \(person)) END
    """
  }
}
