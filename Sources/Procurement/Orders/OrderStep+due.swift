import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// What a dispute found due of an order, and what that makes of its parts: together they never come to more
/// (domain.md §7.4, Σ paid ≤ Σ accepted).
extension OrderStep {
  /// What is left of the sum that was found due when the parts are taken from it; nil where none was found.
  var left: Rupiah? {
    get throws {
      guard let due = order.dueGross else { return nil }
      return max(try due.subtracting(try situation.parts.map(\.money.gross).total()), .zero)
    }
  }

  /// What quantities come to where no more than a sum is due of them: each line bears its share, and the thresholds
  /// look at the whole as they did before.
  func lowered(
    _ quantities: [UUID: Int64], to due: Rupiah, whole: [OrderLineRecord]?,
    _ transaction: borrowing Transaction
  ) async throws -> PartAssessment {
    let lines = situation.lines.filter { quantities[$0.id, default: 0] > 0 }
    let plain = try await assess(lines, quantities, whole: whole, transaction)
    let decision = try await reduced(
      zip(lines, plain.lines).map { ($0, $1.gross) }, to: due, whole: whole, transaction)
    return PartAssessment(totals: decision.totals, taxes: decision.taxes.filter { $0.amount > .zero })
  }

  /// The parts as a finding leaves them: those that are billed by themselves stay, the others share what is left.
  mutating func lowerParts(to due: Rupiah, _ transaction: borrowing Transaction) async throws
    -> [PartAssessment]
  {
    let open = situation.parts.filter { !$0.isApart }
    let left = try due.subtracting(try situation.parts.apart().gross)
    guard try open.map(\.money.gross).total() > left else { return situation.parts.map(\.assessment) }
    var shares = try left.shared(by: open.map(\.money.gross))[...]
    var assessments: [PartAssessment] = []
    for part in situation.parts {
      assessments.append(
        part.isApart
          ? part.assessment
          : try await lowered(part.lines, to: shares.removeFirst(), whole: wholeOfParts, transaction))
    }
    setParts(assessments)
    return assessments
  }

  /// The parts at what was accepted, whatever was found due of them before; those that are billed by themselves stay.
  mutating func restoreParts(_ transaction: borrowing Transaction) async throws -> [PartAssessment] {
    var (assessments, soFar): ([PartAssessment], [UUID: Int64]) = ([], [:])
    for part in situation.parts {
      soFar.merge(part.lines, uniquingKeysWith: +)
      let sum = try await facts(lines(soFar), whole: wholeOfParts, transaction)
      if part.isApart { try await checkBilled(part, transaction) }
      assessments.append(
        part.isApart
          ? part.assessment
          : try assessPart(soFar: sum, part: lines(part.lines), before: assessments, caller.rulebook))
    }
    setParts(assessments)
    return assessments
  }

  /// What was billed at what an earlier decision had found is not worth more again.
  private func checkBilled(_ part: OrderPart, _ transaction: borrowing Transaction) async throws {
    let lines = situation.lines.filter { part.lines[$0.id, default: 0] > 0 }
    let plain = try await assess(lines, part.lines, whole: wholeOfParts, transaction)
    guard plain.totals.gross > part.money.gross else { return }
    let (position, gross) = (part.position, part.money.gross)
    throw Refusal.invalid([
      FieldError(
        "/outcome", .notOneOf,
        detail: Bilingual(
          id: """
            Bagian \(position) sudah ditagih \(gross.text(thousands: ".")) menurut putusan sebelumnya dan tidak naik \
            lagi; pilih part dan putuskan jumlahnya.
            """,
          en: """
            Part \(position) was billed at \(gross.text(thousands: ",")) as an earlier decision had found, and does not \
            rise again; choose part and decide on the amount.
            """))
    ])
  }

  /// The lines at which thresholds look besides those of a part; nil where it was handed over in one piece, which is
  /// then the whole transaction. What a terminated order had accepted stays a part of what was ordered.
  var wholeOfParts: [OrderLineRecord]? {
    let isWhole = situation.parts.count == 1 && !order.state.isBeforeHandover && order.state != .terminated
    return isWhole ? nil : situation.lines
  }

  /// Writes the parts that have changed; the audit entry tells what they come to now.
  private mutating func setParts(_ assessments: [PartAssessment]) {
    var told: [JSONMember] = []
    for (part, after) in zip(situation.parts, assessments) where part.money.totals != after.totals {
      extra.append(part.update(after))
      told.append(JSONMember(name: String(part.position), value: JSONValue(after.totals.gross)))
    }
    if !told.isEmpty { detail.append(JSONMember(name: "partsGross", value: .object(told))) }
  }

  /// The order comes to what its parts come to together.
  mutating func takeParts(
    _ parts: [PartAssessment], _ lines: [OrderLineRecord], _ amounts: [LineAmounts], accepted: [UUID: Int64]
  ) throws {
    let (totals, taxes) = (try parts.totals(), try parts.taxesTogether())
    let shared = try amounts.lowered(to: totals, taxes: taxes)
    let decision = Decision(
      rulesVersion: caller.rulebook.version,
      evidenceForm: caller.rulebook.limits.evidenceForm(for: totals.gross), violations: [], totals: totals,
      taxes: taxes, lines: shared)
    try takeAccepted(decision, totals, lines, accepted: accepted)
  }

  /// The order's amounts, lines and taxes are those of what was accepted.
  mutating func takeAccepted(
    _ decision: Decision, _ totals: OrderTotals, _ lines: [OrderLineRecord], accepted: [UUID: Int64]
  ) throws {
    for (line, amounts) in zip(lines, decision.lines) {
      extra.append(line.update(amounts, accepted: accepted[line.id]))
    }
    setAmounts(OrderMoney(totals))
    acceptedGross = totals.gross
    changes.append("accepted_gross = \(totals.gross)")
    changes.append("decision = \(JSONB(try decisionOfAccepted(decision, totals)))")
    detail.append(JSONMember(name: "gross", value: JSONValue(totals.gross)))
  }
}

extension OrderState {
  /// Whether the contract stands and not everything was handed over yet.
  package var isBeforeHandover: Bool { [.accepted, .inFulfilment, .delivered].contains(self) }
}

extension OrderPart {
  /// Other amounts and taxes of the same part.
  func update(_ after: PartAssessment) -> SQL {
    let money = after.totals
    let taxes = JSONValue.array(after.taxes.map { JSONValue(rule: $0.tree) })
    return """
      UPDATE order_part SET price_ex_vat = \(money.priceExVat), vat_base = \(money.vatBase), vat = \(money.vat),
        vat_collected = \(money.vatCollected), gross = \(money.gross), withheld = \(money.withheld),
        net_to_vendor = \(money.netToVendor), taxes = \(JSONB(taxes.encoded)) WHERE id = \(id)
      """
  }
}
