import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// Taxes as they are frozen where a payment is verified, and once more where it is asked for (domain.md §7.4, `verify`):
/// what was reckoned at the handover does not know what the vendor has been paid since, nor the letters that it brought.
///
/// What an order stands for does not change with it, only what is taken out of the payment: rates and letters are those
/// of the order's day (api.md §6, Tax), and whether VAT is billed is as the invoice has it.
extension OrderStep {
  /// Reckons the taxes of the payment anew. The vendor's row is locked, so that two payments neither both bear what a
  /// third was spared nor both use the end of the exempt band.
  mutating func reckonAnew(_ transaction: borrowing Transaction) async throws {
    let others = try await readPayment(transaction)
    let decision = try await decisionAnew(others, transaction)
    let parts = try await partsAnew(decision, others, transaction)
    guard zip(situation.parts, parts).allSatisfy({ $0.money.gross == $1.totals.gross }) else { return }
    // Parts that were lowered are reckoned each by itself, and the order is what they come to together.
    let isLowered = order.dueGross != nil && situation.parts.count > 1
    let isWhole = part == nil && !isLowered && !situation.parts.contains(where: \.isApart)
    let totals = isWhole ? decision.totals : try parts.totals()
    let taxes = isWhole ? decision.taxes : try parts.taxesTogether()
    let isOrders = part == nil || (!order.state.isBeforeHandover && order.state != .terminated)
    guard !isOrders || totals.gross == order.money.gross else { return }
    let asked = try newReviews(decision)
    let changed = setTaxes(of: parts)
    let changesOrder = isOrders && (totals != order.money.totals || !taxes.areTaken(as: order.taxes))
    guard changed || changesOrder || !asked.isEmpty else { return }
    if changesOrder { takeTaxes(totals, with: others) }
    let told = decision.violations.filter { $0.code == .paymentsTogether }
    let kept = Decision(
      rulesVersion: decision.rulesVersion, evidenceForm: decision.evidenceForm, violations: [],
      totals: changesOrder ? totals : order.money.totals, taxes: changesOrder ? taxes : order.taxes, lines: []
    )
    let document = try decisionOfAccepted(
      kept, kept.totals, adding: (isWhole ? told : []) + asked, replacing: isWhole ? [.paymentsTogether] : [])
    changes.append("decision = \(JSONB(document))")
    if changed || changesOrder { tell(parts, totals) }
  }

  /// Reads the vendor as its payment finds it, and the day's other payments.
  private mutating func readPayment(_ transaction: borrowing Transaction) async throws -> [SameDayPayment] {
    let vendor = OrderingVendor.select(
      "\(order.vendorID)", year: orderDay.year, payment: (order.id, caller.today.year))
    let results = try await transaction.pipeline([
      "SELECT id FROM vendor WHERE id = \(order.vendorID) FOR NO KEY UPDATE", vendor, sameDayOrders,
    ])
    guard var facts = try results[1].first(OrderingVendor.self)?.facts else { throw Refusal.notFound }
    let billed = part?.taxes.taxLines ?? order.taxes
    facts.vatRegistered = billed.contains { $0.code == .ppn }
    vendorOfPayment = facts
    return try await sameDay(results[2], transaction)
  }

  /// What the rules say of everything that was accepted so far.
  private func decisionAnew(
    _ others: [SameDayPayment], _ transaction: borrowing Transaction
  ) async throws -> Decision {
    let handedOver = situation.parts.reduce(into: [UUID: Int64]()) { sum, part in
      sum.merge(part.lines, uniquingKeysWith: +)
    }
    let isOne = part == nil && situation.parts.count <= 1
    var facts = try await facts(
      part == nil ? acceptedLines : lines(handedOver), whole: isOne ? nil : situation.lines, transaction)
    facts.sameDay = others
    return try EOrderRules.decide(facts, caller.rulebook)
  }

  /// The lines as they were accepted, at the value that was found due of them.
  private var acceptedLines: [LineFacts] {
    situation.lines.filter { ($0.accepted ?? $0.quantity) > 0 }.map { line in
      guard order.dueGross == order.money.gross else {
        return line.facts(quantity: line.accepted ?? line.quantity)
      }
      return line.facts(worth: line.gross)
    }
  }

  /// The parts with the taxes of this payment; those that are paid by themselves stay with another's.
  private func partsAnew(
    _ decision: Decision, _ others: [SameDayPayment], _ transaction: borrowing Transaction
  ) async throws -> [PartAssessment] {
    if part == nil, situation.parts.count == 1, situation.parts[0].isApart == false {
      return [PartAssessment(totals: decision.totals, taxes: decision.taxes.filter(\.isTaken))]
    }
    var (assessments, soFar): ([PartAssessment], [UUID: Int64]) = ([], [:])
    for each in situation.parts {
      soFar.merge(each.lines, uniquingKeysWith: +)
      guard part.map({ $0.id == each.id }) ?? !each.isApart else {
        assessments.append(each.assessment)
        continue
      }
      var sum = try await facts(lines(soFar), whole: wholeOfParts, transaction)
      if each.id == situation.parts.last?.id { sum.sameDay = others }
      let anew = try assessPayment(
        soFar: sum, part: lines(each.lines), before: assessments, paid: paid(before: each, assessments),
        caller.rulebook)
      assessments.append(
        anew.totals.gross == each.money.gross
          ? anew : try await lowered(each.lines, to: each.money.gross, whole: wholeOfParts, transaction))
    }
    return assessments
  }

  /// What of the order was paid before a part, or is with it.
  private func paid(before each: OrderPart, _ reckoned: [PartAssessment]) -> [PartAssessment] {
    situation.parts.enumerated().compactMap { index, other in
      if other.id == each.id { return nil }
      let isEarlier = other.position < each.position
      if part == nil, !other.isApart { return isEarlier ? reckoned[index] : nil }
      return other.isApart && (part == nil || isEarlier || other.state == .paid) ? other.assessment : nil
    }
  }

  /// Why a person has to decide on the taxes that nobody has decided on yet.
  /// - Throws: `Refusal.justificationRequired` where the step does not say what was decided.
  private mutating func newReviews(_ decision: Decision) throws -> [Violation] {
    let known = try JSONValue(parsing: order.decision)["violations"]?.elements ?? []
    let decided = Set(known.flatMap { $0.reviewReasons })
    let asked = decision.reviews.filter {
      !decided.isSuperset(of: JSONValue(rule: $0.tree).reviewReasons)
    }
    guard !asked.isEmpty else { return [] }
    guard body["reason"]?.text != nil else {
      throw Refusal.justificationRequired(
        Decision(
          rulesVersion: decision.rulesVersion, evidenceForm: decision.evidenceForm, violations: asked,
          totals: decision.totals, taxes: decision.taxes, lines: decision.lines))
    }
    let reasons = asked.flatMap { JSONValue(rule: $0.tree).reviewReasons }
    detail.append(JSONMember(name: "reviews", value: .array(reasons.map { .string($0) })))
    return asked
  }

  /// Writes the parts whose taxes have changed.
  private mutating func setTaxes(of parts: [PartAssessment]) -> Bool {
    let changed = zip(situation.parts, parts).filter { before, after in
      before.money.totals != after.totals || !after.taxes.areTaken(as: before.taxes.taxLines)
    }
    for (before, after) in changed { extra.append(before.update(after)) }
    return !changed.isEmpty
  }

  private mutating func takeTaxes(_ totals: OrderTotals, with others: [SameDayPayment]) {
    setAmounts(OrderMoney(totals))
    detail += [
      JSONMember(name: "withheldBefore", value: JSONValue(order.money.withheld)),
      JSONMember(name: "withheld", value: JSONValue(totals.withheld)),
      JSONMember(name: "vatCollected", value: JSONValue(totals.vatCollected)),
    ]
    guard !others.isEmpty else { return }
    detail.append(JSONMember(name: "taxedWith", value: .array(others.map { .string($0.orderId) })))
  }

  /// Vendor and treasurer hear that less or more is paid than the invoice let them expect.
  private mutating func tell(_ parts: [PartAssessment], _ totals: OrderTotals) {
    let index = part.flatMap { paid in situation.parts.firstIndex { $0.id == paid.id } }
    let before = part?.money.totals ?? order.money.totals
    let after = index.map { parts[$0].totals } ?? totals
    if part != nil {
      detail.append(JSONMember(name: "partWithheld", value: JSONValue(after.withheld)))
    }
    let told = Notice(
      .taxesReckoned, about: .order(order.id),
      detail: [
        JSONMember(name: "number", value: JSONValue(order.number)),
        JSONMember(name: "vendorName", value: .string(order.vendorName)),
        JSONMember(name: "takenBefore", value: .integer(before.taken)),
        JSONMember(name: "taken", value: .integer(after.taken)),
        JSONMember(name: "net", value: JSONValue(after.netToVendor)),
        JSONMember(name: "reason", value: JSONValue(body["reason"]?.text)),
      ], at: caller.now)
    furtherNotices += [
      told.insertion(to: .vendor(order.vendorID)),
      told.insertion(to: .role(.treasurer, unit: order.unitID)),
    ]
  }
}

extension OrderTotals {
  /// What is taken out of the payment.
  fileprivate var taken: Int64 { gross.amount - netToVendor.amount }
}

extension JSONValue {
  /// The reasons of a stored review; empty for other violations.
  fileprivate var reviewReasons: [String] {
    guard self["code"]?.text == ViolationCode.reviewRequired.rawValue else { return [] }
    return (self["explanation"]?["reasons"]?.elements ?? []).compactMap(\.text)
  }
}

extension TaxLine {
  /// Whether anything falls on its lines, or on others of the day in their place.
  fileprivate var isTaken: Bool { amount > .zero || shared != nil }
}

extension [TaxLine] {
  /// Whether the same taxes are taken, by whomever reckoned.
  fileprivate func areTaken(as others: [TaxLine]) -> Bool { taken == others.taken }

  private var taken: [TakenTax] {
    filter(\.isTaken).map { line in
      TakenTax(
        tax: "\(line.code.rawValue) \(line.collectedBy.rawValue) \(line.amount.amount)", shared: line.shared)
    }.sorted { $0.tax < $1.tax }
  }
}

private struct TakenTax: Hashable {
  let tax: String
  let shared: SharedTax?
}
