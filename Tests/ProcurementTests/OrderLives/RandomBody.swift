import EOrderRules
import Foundation
import Postgres
import StrictJSON

@testable import Procurement

/// Bodies of transitions as somebody might send them: of the right shape, and now and then wrong in what they say.
struct RandomBody {
  let snapshot: OrderSnapshot
  let today: Day
  var random: SeededRandom

  mutating func of(_ transition: OrderTransition) -> JSONValue {
    var members: [JSONMember] = []
    if isReasonDue(transition) || random.chance(20) {
      members.append(JSONMember(name: "reason", value: "Sebabnya begini."))
    }
    return .object(members + particulars(transition))
  }

  private func isReasonDue(_ transition: OrderTransition) -> Bool {
    if case .required = transition.rule.reason { true } else { false }
  }

  private mutating func particulars(_ transition: OrderTransition) -> [JSONMember] {
    switch transition {
    case .issue, .reissue:
      random.chance(70) ? [JSONMember(name: "justification", value: "Acara yang berbeda.")] : []
    case .startDelivery:
      [JSONMember(name: "deliveryNote", value: "SJ-1")] + lines("quantity", 20, from: 1)
    case .inspectOk, .inspectReject: lines("accepted", 30, from: 0)
    case .partialHandover: lines("accepted", 80, from: 0)
    case .amend: [JSONMember(name: "lines", value: .array(amended()))]
    case .answerAmendment: [JSONMember(name: "accept", value: .bool(random.chance(60)))]
    case .invoice:
      [JSONMember(name: "number", value: "INV-1"), JSONMember(name: "date", value: JSONValue(today))]
        + (random.chance(80) ? [JSONMember(name: "taxInvoiceNumber", value: "04002600000000001")] : [])
    case .confirmPaid: payment()
    case .openDispute:
      [JSONMember(name: "amount", value: .integer(Int64.random(in: 1...900_000, using: &random)))]
    case .answerDispute: [JSONMember(name: "text", value: "Bukan demikian.")]
    case .closeDispute:
      [
        JSONMember(
          name: "outcome", value: .string(DisputeOutcome.allCases.randomElement(using: &random)!.rawValue)),
        JSONMember(name: "text", value: "Diputuskan."), JSONMember(name: "amount", value: 1000),
      ]
    case .rate: [JSONMember(name: "stars", value: .integer(Int64.random(in: 1...5, using: &random)))]
    default: []
    }
  }

  /// Some reference has been used before, and some amount is not what is due.
  private mutating func payment() -> [JSONMember] {
    let reference = random.chance(95) ? "TRX-\(snapshot.order.id.lowercased)" : "TRX-1"
    let due = snapshot.order.money.netToVendor.amount
    return [
      JSONMember(name: "reference", value: .string(reference)),
      JSONMember(name: "paidOn", value: JSONValue(today)),
      JSONMember(name: "amount", value: .integer(random.chance(90) ? due : due + 1)),
    ]
  }

  private mutating func lines(_ member: String, _ percent: Int, from least: Int64) -> [JSONMember] {
    guard random.chance(percent) else { return [] }
    let entries = snapshot.view.lines.map { line -> JSONValue in
      // One more than there is, now and then.
      let most = line.quantity + (random.chance(10) ? 1 : 0)
      let quantity = random.chance(40) ? line.quantity : Int64.random(in: least...most, using: &random)
      return ["lineId": JSONValue(line.id), member: .integer(quantity)]
    }
    return [JSONMember(name: "lines", value: .array(entries))]
  }

  private mutating func amended() -> [JSONValue] {
    let lines = snapshot.view.lines
    let chosen = random.chance(70) ? Array(lines.prefix(1)) : lines
    return chosen.map { line in
      let change = Int64.random(in: -3...2, using: &random)
      return ["lineId": JSONValue(line.id), "quantity": .integer(max(0, line.quantity + change))]
    }
  }
}
