import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// What whoever acts in a province finds at one time: the rules of the day, the market, the packages.
struct YearScene: Sendable {
  let tenant: Tenant
  let tenants: TenantDatabase
  let market: YearMarket
  let frame: YearFrame
  /// Ids by place in the plan.
  let packages: [Int: YearPackageIDs]
  let sealing: SealingSecret

  func caller(_ actor: Actor, _ now: Date) -> Caller { Caller(tenant: tenant, actor: actor, now: now) }

  func run(_ body: @Sendable (borrowing TenantConnection) async throws -> Answer) async throws -> Answer {
    try await tenants.patiently(tenant, body)
  }

  /// Where all is delivered.
  var place: JSONValue {
    ["street": "Kompleks Perkantoran Gubernur", "regionCode": .string("\(tenant.rulebook.tenant.code).71")]
  }
}

struct YearPackageIDs: Sendable {
  let id: UUID
  let line: UUID
}

extension Procurement.Refusal {
  /// The code of the problem, without the particulars.
  var short: String {
    switch self {
    case .notFound: "not_found"
    case .stepUp: "step_up"
    case .ownDraft, .ownOrder: "separation_of_duties"
    case .forbidden: "forbidden"
    case .invalid(let errors):
      "invalid " + errors.map { "\($0.pointer) \($0.code.text)" }.joined(separator: " ")
    case .idempotencyMismatch: "idempotency_mismatch"
    case .preconditionFailed: "precondition_failed"
    case .wrongState(let state): "wrong_state \(state)"
    case .separationOfDuties: "separation_of_duties"
    case .rulesViolated(let decision): "rules " + Self.blocking(decision)
    case .justificationRequired(let decision): "justification " + Self.blocking(decision)
    case .alreadyRegistered: "already_registered"
    case .conflict(let code, _): code
    case .waiting(let code, _): code
    }
  }

  /// The codes of the rules that refused it.
  var rules: Set<String> {
    switch self {
    case .rulesViolated(let decision), .justificationRequired(let decision):
      Set(decision.violations.map(\.code.rawValue))
    default: []
    }
  }

  private static func blocking(_ decision: Decision) -> String {
    Set(decision.violations.map(\.code.rawValue)).sorted().joined(separator: " ")
  }
}
