import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  mutating func prepareDelivery() throws {
    if situation.overlays[.cancelProposed] != nil { end(.cancelProposed) }
    changes.append("delivery_note = \(body["deliveryNote"]?.text)")
    detail.append(JSONMember(name: "deliveryNote", value: JSONValue(body["deliveryNote"]?.text)))
    recordLines(try quantities("quantity"), as: "quantity")
  }

  /// What of each line was good, where the officer says it; the rest is to be delivered anew.
  mutating func prepareRefusal() throws {
    recordLines(try quantities("accepted"), as: "accepted")
  }

  mutating func recordLines(_ quantities: [UUID: Int64], as member: String) {
    guard !quantities.isEmpty else { return }
    detail.append(
      JSONMember(
        name: "lines",
        value: .array(
          quantities.map { ["lineId": JSONValue($0.key), member: .integer($0.value)] }.sortedByLine)))
  }

  mutating func prepareArrival(_ transaction: borrowing Transaction) async throws {
    changes.append("arrived_on = \(caller.today)")
    // What has arrived is not amended any more.
    if situation.overlays[.amendmentPending] != nil {
      end(.amendmentPending, adding: [JSONMember(name: "accepted", value: false)])
      stopTimer(.amendment)
    }
    if let photo = body["photoId"]?.uuid {
      let found = try await transaction.query(
        "SELECT true FROM order_attachment WHERE id = \(photo) AND order_id = \(order.id)")
      guard found.count == 1 else { throw Refusal.invalid([FieldError("/photoId", .notFound)]) }
      detail.append(JSONMember(name: "photoId", value: JSONValue(photo)))
    } else if side == .vendor {
      // A vendor's word alone is enough to go on, and everybody sees that it is no more.
      detail.append(JSONMember(name: "withoutPhoto", value: true))
    }
    if let position = body["position"]?.text {
      detail.append(JSONMember(name: "position", value: .string(position)))
    }
  }

  /// The technical officer's word is a proposal; the commitment officer's signature fixes what was accepted
  /// and what it costs.
  mutating func prepareHandover(_ transaction: borrowing Transaction) async throws {
    var accepted = Dictionary(uniqueKeysWithValues: situation.lines.map { ($0.id, $0.quantity) })
    accepted.merge(try quantities("accepted")) { _, named in named }
    for line in situation.lines where accepted[line.id, default: 0] < line.handedOver {
      throw Refusal.invalid([FieldError("/lines", .tooSmall, bound: "\(line.handedOver)")])
    }
    recordLines(accepted, as: "accepted")
    if case .person(let actor) = taker, transition.isProposal(by: order.effectiveRoles(of: actor)) {
      changes.append("proposed_person = \(actor.person)")
      return
    }
    let kept = situation.lines.filter { accepted[$0.id, default: 0] > 0 }
    guard !kept.isEmpty else { throw Refusal.invalid([FieldError("/lines", .tooSmall, bound: "1")]) }
    let rest = accepted.merging(situation.lines.map { ($0.id, $0.handedOver) }) { $0 - $1 }
    let part = try await addPart(rest.filter { $0.value > 0 }, soFar: accepted, transaction)
    for line in situation.lines where accepted[line.id] == 0 {
      extra.append(
        """
        UPDATE order_line SET price_ex_vat = 0, vat_base = 0, vat = 0, gross = 0, accepted = 0
        WHERE id = \(line.id)
        """)
    }
    // What was handed over in parts is reckoned with the thresholds of the whole.
    let whole = situation.parts.isEmpty ? nil : situation.lines
    let decision = try await assess(kept, accepted, whole: whole, transaction)
    let parts = situation.parts.map(\.assessment) + [part].compactMap(\.self)
    let totals = try parts.totals()
    // What was lowered or billed by itself stays as it is, and the order is what its parts come to together.
    if totals.gross < decision.totals.gross || situation.parts.contains(where: \.isApart) {
      return try takeParts(parts, kept, decision.lines, accepted: accepted)
    }
    try takeAccepted(decision, totals, kept, accepted: accepted)
  }

  /// The quantities that the body names, each line once and none above what was ordered.
  func quantities(_ member: String) throws -> [UUID: Int64] {
    let ordered = Dictionary(uniqueKeysWithValues: situation.lines.map { ($0.id, $0.quantity) })
    var named: [UUID: Int64] = [:]
    var errors: [FieldError] = []
    for (index, entry) in (body["lines"]?.elements ?? []).enumerated() {
      guard let id = entry["lineId"]?.uuid, let most = ordered[id] else {
        errors.append(FieldError("/lines/\(index)/lineId", .notFound))
        continue
      }
      let quantity = entry[member]?.int64 ?? most
      if quantity > most {
        errors.append(FieldError("/lines/\(index)/\(member)", .tooLarge, bound: "\(most)"))
      }
      if named.updateValue(quantity, forKey: id) != nil {
        errors.append(FieldError("/lines/\(index)/lineId", .notOneOf))
      }
    }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    return named
  }
}

extension [JSONValue] {
  /// In the order of the lines' ids, so that the audit entry's bytes do not depend on a dictionary.
  fileprivate var sortedByLine: [JSONValue] {
    sorted { ($0["lineId"]?.text ?? "") < ($1["lineId"]?.text ?? "") }
  }
}
