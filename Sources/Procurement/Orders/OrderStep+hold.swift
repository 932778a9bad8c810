import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// A hold ends by itself after some working days, unless somebody lifts it before.
  mutating func prepareHold(_ transaction: borrowing Transaction) async throws {
    if case .person(let actor) = taker, !order.effectiveRoles(of: actor).contains(.budgetOwner) {
      guard caller.rulebook.people.auditorMayHold else { throw Refusal.forbidden }
    }
    let until = caller.rulebook.calendar.deadline(
      workingDays: OrderTransition.holdWorkingDays, after: caller.now)
    var members: [JSONMember] = []
    if let flag = body["flagId"]?.uuid {
      try await checkFlag(flag, transaction)
      members.append(JSONMember(name: "flagId", value: JSONValue(flag)))
    }
    lay(.hold, until: until, detail: .object(members))
    startTimer(.hold, due: until)
  }

  /// By whoever held the order, by the budget owner, or by the service when the time is over.
  mutating func prepareRelease() throws {
    if case .person(let actor) = taker, !order.effectiveRoles(of: actor).contains(.budgetOwner) {
      guard situation.overlays[.hold]?.userID == actor.userID else { throw Refusal.forbidden }
    }
    end(.hold)
    stopTimer(.hold)
    // The vendor's time to accept stood still.
    guard let held = situation.overlays[.hold] else { return }
    let seconds = Int(caller.now.timeIntervalSince(held.at))
    extra.append(
      """
      UPDATE order_timer SET due_at = due_at + interval '1 second' * \(seconds)
      WHERE order_id = \(order.id) AND kind = 'accept'
      """)
  }

  /// Each side rates once; when both have, the order closes at once.
  mutating func prepareRating() throws {
    guard case .person(let actor) = taker, let stars = body["stars"]?.int else { return }
    let (order, now, comment, side) = (order.id, caller.now, body["text"]?.text, side)
    guard !situation.ratings.contains(where: { $0.side == side }) else {
      throw Refusal.conflict(code: "already_rated", pointer: nil)
    }
    withAudit { audit in
      """
      INSERT INTO order_rating (order_id, side, stars, comment, user_id, at, audit_id)
      VALUES (\(order), \(side.rawValue), \(stars), \(comment), \(actor.userID), \(now), \(audit))
      """
    }
    detail.append(JSONMember(name: "stars", value: JSONValue(stars)))
    if !situation.ratings.isEmpty, situation.order.state == .paid {
      startTimer(.close, due: now)
    }
  }
}
