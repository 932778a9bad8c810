import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// The clock of a development installation.
enum ClockRoutes {
  /// How long the operator may take; it looks for work ten times a second.
  private static let patience = Duration.seconds(8)

  /// The operator moves the clock; the service waits for it, takes it over and does all that has become due.
  static let advance = Route(
    .admin, .post, "/clock", name: "advanceClock", access: .roles([.centralAdmin]),
    body: .json(
      .component("ClockAdvance", .object([.required("advanceSeconds", .integer(min: 1, max: 31_536_000))]))),
    answer: .json(200, .component("Clock", .object([.required("now", .dateTime)])))
  ) { call in
    try await moved(call)
    let services = call.services
    try await services.clock.read(services.control)
    try await services.rounds.runAll()
    // A key that was used before is answered as it was then; nothing was moved or fell due for it above.
    return .answer(
      try await call.withControl { lease in
        try await call.write(lease, reading: []) { _, _ in Answer(["now": JSONValue(services.clock.now)]) }
      })
  }

  /// - Throws: 503 where no operator has moved the clock in time.
  private static func moved(_ call: Call) async throws {
    guard let actor = call.actor else { throw Problem.unauthenticated }
    let id = operation(call)
    let request = OperationRequest(
      .advanceClock, tenant: nil, payload: call.body.encoded,
      steps: call.services.operationSteps[.advanceClock] ?? [])
    try await call.withControl { lease in
      _ = try await lease.transaction {
        try await request.ask($0, id: id, by: actor.email, at: call.now).isNew
      }
    }
    let deadline = ContinuousClock.now + patience
    while try await call.withControl({ try await Operations.read(id, $0)?.state }) != .done {
      guard ContinuousClock.now < deadline else { throw Problem.unavailable("unavailable", retryAfter: 5) }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// One key is one operation, so that the clock moves once for it, however often and at whatever moment it comes.
  private static func operation(_ call: Call) -> UUID {
    guard let key = call.write.idempotency else { return UUID.version7(at: call.now) }
    let named = Array("\(key.owner)\n\(key.route)\n\(key.key)".utf8).sha256
    return named.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}
