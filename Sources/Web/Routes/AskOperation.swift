import AuditLog
import Authentication
import EOrderRules
import HTTPTypes
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Asks the operator's process for something and answers with what was asked for.
struct AskOperation: Sendable {
  private let kind: OperationKind
  private let tenant: String?
  private let payload: [UInt8]

  init(_ kind: OperationKind, tenant: String?, payload: [UInt8]) {
    self.kind = kind
    self.tenant = tenant
    self.payload = payload
  }

  /// Where the same operation is still under way, that one is answered.
  func callAsFunction(_ call: Call, _ render: @Sendable (Tenancy.Operation) -> JSONValue) async throws -> Answer {
    guard let actor = call.actor else { throw Problem.unauthenticated }
    return try await call.withControl { lease in
      let id = UUID.version7(at: call.now)
      return try await call.write(lease, reading: [Operations.open(kind, tenant: tenant ?? "")]) { transaction, results in
        let known = try results[0].scalar(UUID.self)
        if known == nil {
          transaction.enqueue(
            Operations.insert(id, kind, tenant: tenant, payload: payload, by: actor.email, at: call.now))
          transaction.enqueue(
            CentralAudit.entry(
              "tenant.\(kind.rawValue)", subject: "tenant", id: tenant ?? "-", by: actor.userID, at: call.now
            ).insertion)
        }
        let operation = Tenancy.Operation(
          id: known ?? id, kind: kind, tenant: tenant, state: .waiting, error: nil, result: [], steps: [])
        return Answer(status: 202, render(operation))
      }
    }
  }
}

/// The clock of a development installation.
enum ClockRoutes {
  /// The operator moves the clock; the service waits for it, takes it over and does all that has become due.
  static let advance = Route(
    .admin, .post, "/clock", name: "advanceClock", access: .roles([.centralAdmin]),
    body: .json(.component("ClockAdvance", .object([.required("advanceSeconds", .integer(min: 1, max: 31_536_000))]))),
    answer: .json(200, .component("Clock", .object([.required("now", .dateTime)]))), holdsSecret: true
  ) { call in
    guard let actor = call.actor else { throw Problem.unauthenticated }
    let id = UUID.version7(at: call.now)
    let insert = Operations.insert(
      id, .advanceClock, tenant: nil, payload: call.body.encoded, by: actor.email, at: call.now)
    try await call.withControl { try await $0.transaction { $0.enqueue(insert) } }
    while true {
      let operation = try await call.withControl { try await Operations.read(id, $0) }
      if operation?.state == .done { break }
      guard operation?.state != .failed else { throw Problem.unavailable("unavailable", retryAfter: 5) }
      try await Task.sleep(for: .milliseconds(20))
    }
    let clock = call.services.clock
    try await clock.read(call.services.control)
    await call.services.rounds.runAll()
    return .answer(Answer(["now": JSONValue(clock.now)]))
  }
}
