import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// What a flag is about.
struct FlagSubject: Sendable {
  let unitID: UUID
  var orderID: UUID?
  var vendorID: UUID?
  var packageID: UUID?
  var needID: UUID?
  /// The commitment officer who is to explain.
  var officerID: UUID?
  /// Whether it stands for an order that was refused.
  var isAttempt = false
  /// What tells flags of one code apart.
  var key: String
}

/// A flag that the rules raise: stored once, renewed where its facts have changed since, and nothing at all where
/// they have not.
struct RaisedFlag: Sendable {
  let subject: FlagSubject
  let violation: Violation

  /// Whether a stored flag is this one.
  func isSame(as row: FlagRow) -> Bool { row.code == violation.code.rawValue && row.key == subject.key }

  /// What has to be written, the audit entries among it.
  /// - Parameters:
  ///   - known: the flag as it is stored, and locked; nil where there is none.
  ///   - justification: what the commitment officer writes while issuing; kept where the flag asks for it.
  func statements(_ known: FlagRow?, justification: String? = nil, _ caller: Caller) -> [SQL] {
    var statements: [SQL]
    var next: (id: UUID, state: FlagState, position: Int)
    if let known {
      let to = FlagTransition.renew.outcome(from: known.state)
      let renewed = hasChanged(since: known)
      statements = renewed ? renewal(of: known, to: to, caller) : []
      next = (known.id, renewed ? to : known.state, known.events + (renewed ? 1 : 0))
    } else {
      next = (.version7(at: caller.now), .open, 1)
      statements = insertion(next.id, caller)
    }
    if violation.severity == .hold, let justification, justification != known?.justification {
      let fact = FlagFact(
        .justify, of: next.id, at: next.position, from: next.state, to: next.state, reason: justification,
        by: caller)
      statements += [
        fact.audit, fact.event,
        """
        UPDATE flag SET justification = \(justification), updated_at = \(caller.now), version = version + 1
        WHERE id = \(next.id)
        """,
      ]
    }
    return statements
  }

  func hasChanged(since known: FlagRow) -> Bool {
    known.severity != violation.severity || known.explanation.canonical != explanation.canonical
  }

  private var explanation: JSONValue { JSONValue(rule: violation.explanation) }

  private var message: JSONValue {
    ["id": .string(violation.message.indonesian), "en": .string(violation.message.english)]
  }

  /// What the audit log keeps of the flag, so that the row can be compared with it.
  private func detail(_ order: UUID?, _ unit: UUID) -> [JSONMember] {
    [
      JSONMember(name: "code", value: .string(violation.code.rawValue)),
      JSONMember(name: "severity", value: .string(violation.severity.rawValue)),
      JSONMember(name: "orderId", value: JSONValue(order)),
      JSONMember(name: "unitId", value: JSONValue(unit)),
      JSONMember(name: "explanation", value: explanation),
    ]
  }

  private func insertion(_ id: UUID, _ caller: Caller) -> [SQL] {
    let fact = FlagFact(
      .raise, of: id, at: 0, from: nil, to: .open, detail: detail(subject.orderID, subject.unitID),
      by: caller)
    return [
      fact.audit,
      """
      INSERT INTO flag (id, code, severity, state, subject_key, attempt, unit_id, order_id, vendor_id, package_id,
        need_id, officer_id, rules_version, legal, message, explanation, raised_at, updated_at)
      VALUES (\(id), \(violation.code.rawValue), \(violation.severity.rawValue), 'open', \(subject.key),
        \(subject.isAttempt), \(subject.unitID), \(subject.orderID), \(subject.vendorID), \(subject.packageID),
        \(subject.needID), \(subject.officerID), \(caller.rulebook.version), \(violation.legal),
        \(JSONB(message.encoded)), \(JSONB(explanation.encoded)), \(caller.now), \(caller.now))
      """,
      fact.event,
    ] + notices(id, caller)
  }

  /// Of what was refused no order tells, and the auditor would only find it by chance; of payments that are taxed
  /// together the treasurer has to know before paying.
  private func notices(_ id: UUID, _ caller: Caller) -> [SQL] {
    if subject.isAttempt {
      let code = JSONMember(name: "code", value: .string(violation.code.rawValue))
      let told = Notice(.flagRaised, about: .flag(id), detail: [code], at: caller.now)
      return [told.insertion(to: .role(.auditor, unit: nil))]
    }
    guard violation.code == .paymentsTogether, let order = subject.orderID else { return [] }
    let told = Notice(.paymentsTogether, about: .order(order), at: caller.now)
    return [told.insertion(to: .role(.treasurer, unit: subject.unitID))]
  }

  private func renewal(of known: FlagRow, to state: FlagState, _ caller: Caller) -> [SQL] {
    let fact = FlagFact(
      .renew, of: known.id, at: known.events, from: known.state, to: state,
      detail: detail(known.orderID, known.unitID), by: caller)
    return [
      fact.audit,
      """
      UPDATE flag SET severity = \(violation.severity.rawValue), state = \(state.rawValue),
        officer_id = \(subject.officerID), rules_version = \(caller.rulebook.version), legal = \(violation.legal),
        message = \(JSONB(message.encoded)), explanation = \(JSONB(explanation.encoded)),
        updated_at = \(caller.now), version = version + 1
      WHERE id = \(known.id)
      """,
      fact.event,
    ]
  }
}

extension Decision {
  /// The flags that a stored order raises; several of one code are told apart by what they are about.
  func flags(of subject: FlagSubject) -> [RaisedFlag] {
    violations.filter(\.code.isFlag).map { violation in
      var subject = subject
      if let product = violation.explanation["productId"]?.text { subject.key += ":\(product)" }
      return RaisedFlag(subject: subject, violation: violation)
    }
  }
}
