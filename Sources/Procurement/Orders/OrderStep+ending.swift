import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// Whether the other side has already said that it would cancel.
  var completesCancellation: Bool {
    situation.overlays[.cancelProposed].map { $0.side != side } ?? false
  }

  /// One side proposes to cancel; when the other says so too, the order is over.
  mutating func prepareCancellation() {
    if completesCancellation { return endOverlays() }
    if situation.overlays[.cancelProposed] == nil { lay(.cancelProposed) }
  }

  /// Whether the time to mend the breach has been given and is over.
  var completesTermination: Bool {
    cure.map { $0.dueAt <= caller.now } ?? false
  }

  private var cure: OrderDeadline? { situation.deadlines.first { $0.kind == OrderTimer.cure.rawValue } }

  /// The first call gives notice of the breach and time to mend it; the second, after that time, ends the order
  /// with what was handed over so far.
  mutating func prepareTermination(_ transaction: borrowing Transaction) async throws {
    guard completesTermination else {
      guard cure == nil else { throw Refusal.conflict(code: "cure_running", pointer: nil) }
      return
    }
    try await fixHandedOver(transaction)
  }

  /// What was handed over in parts is what was accepted; each part is paid by itself.
  mutating func fixHandedOver(_ transaction: borrowing Transaction) async throws {
    var value = try situation.parts.map(\.money.gross).total()
    let given = situation.lines.filter { $0.handedOver > 0 }.map { ($0.id, $0.handedOver) }
    if situation.parts.isEmpty, !given.isEmpty {
      let quantities = Dictionary(uniqueKeysWithValues: given)
      value = try await addPart(quantities, soFar: quantities, transaction)?.totals.gross ?? .zero
    }
    acceptedGross = value
    changes.append("accepted_gross = \(value)")
    extra.append("UPDATE order_line SET accepted = handed_over WHERE order_id = \(order.id)")
    detail.append(JSONMember(name: "accepted", value: JSONValue(value)))
    endOverlays()
  }

  /// Parts of the lines are handed over before the rest.
  mutating func preparePartialHandover(_ transaction: borrowing Transaction) async throws {
    var parts = Dictionary(uniqueKeysWithValues: situation.lines.map { ($0.id, $0.quantity - $0.handedOver) })
    let named = try quantities("accepted")
    if !named.isEmpty { parts = named }
    var errors: [FieldError] = []
    for line in situation.lines where parts[line.id, default: 0] > line.quantity - line.handedOver {
      errors.append(FieldError("/lines", .tooLarge, bound: "\(line.quantity - line.handedOver)"))
    }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    parts = parts.filter { $0.value > 0 }
    guard !parts.isEmpty else { throw Refusal.invalid([FieldError("/lines", .tooSmall, bound: "1")]) }
    for (id, part) in parts {
      extra.append("UPDATE order_line SET handed_over = handed_over + \(part) WHERE id = \(id)")
    }
    recordLines(parts, as: "accepted")
    let soFar = Dictionary(uniqueKeysWithValues: situation.lines.map { ($0.id, $0.handedOver) })
    _ = try await addPart(parts, soFar: soFar.merging(parts, uniquingKeysWith: +), transaction)
    // The rest has still to arrive.
    changes.append("arrived_on = NULL")
  }
}
