import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// A hold ends by itself after some working days, unless somebody lifts it before.
  mutating func prepareHold(_ transaction: borrowing Transaction) async throws {
    let until = caller.rulebook.calendar.deadline(
      workingDays: caller.rulebook.deadlines.holdWorkingDays, after: caller.now)
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
    if let held = situation.overlays[.hold] { giveBackTime(since: held.at) }
  }

  /// The time of whoever could not act stood still: the vendor's to accept, to mend, to deliver and to deliver anew, and
  /// either side's to answer an amendment.
  private mutating func giveBackTime(since start: Date) {
    let seconds = Int(caller.now.timeIntervalSince(start))
    extra.append(
      """
      UPDATE order_timer SET due_at = due_at + interval '1 second' * \(seconds)
      WHERE order_id = \(order.id) AND kind IN ('accept', 'remind_accept_half', 'remind_accept_late', 'cure',
        'amendment', 'replace', 'remind_replace')
      """)
    extra.append(
      """
      UPDATE order_overlay SET until = until + interval '1 second' * \(seconds)
      WHERE order_id = \(order.id) AND kind = 'amendment_pending' AND ended_at IS NULL
      """)
    let calendar = caller.rulebook.calendar
    let days = calendar.day(of: caller.now).days(since: calendar.day(of: start))
    guard days > 0, [.accepted, .inFulfilment].contains(order.state) else { return }
    let deliverBy = order.terms.deliverBy.adding(days: days)
    changes.append(
      "deliver_by = \(deliverBy), first_deliver_by = \(order.firstDeliverBy?.adding(days: days))")
    detail.append(JSONMember(name: "deliverBy", value: JSONValue(deliverBy)))
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
