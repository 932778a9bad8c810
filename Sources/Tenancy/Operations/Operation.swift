package import Foundation
package import Postgres

/// What the operator is asked to do with a tenant or with the clock.
package enum OperationKind: String, Sendable, CaseIterable {
  case onboard, migrate, suspend, resume
  case advanceClock = "advance_clock"

  /// What must hold at once, and so never waits behind an onboarding or a migration.
  package static let urgent: [OperationKind] = [.suspend, .resume, .advanceClock]
  package static let patient: [OperationKind] = [.onboard, .migrate]
}

/// How far an operation or one of its steps has come.
package enum OperationState: String, Sendable, CaseIterable {
  case waiting, running, done, failed
}

/// One step of an operation as people see it.
package struct OperationStep: Sendable, RowDecodable {
  package let name: String
  package let state: OperationState
  package let error: String?

  package init(row: inout Row) throws {
    name = try row.next()
    state = OperationState(rawValue: try row.next()) ?? .failed
    error = try row.next(String?.self)
  }
}

/// One operation with its steps.
package struct Operation: Sendable {
  package let id: UUID
  package let kind: OperationKind
  package let tenant: String?
  package let state: OperationState
  package let error: String?
  /// What the operation brought forth, as JSON; empty where it brings forth nothing.
  package let result: [UInt8]
  package let steps: [OperationStep]

  package init(
    id: UUID, kind: OperationKind, tenant: String?, state: OperationState, error: String?, result: [UInt8],
    steps: [OperationStep]
  ) {
    self.id = id
    self.kind = kind
    self.tenant = tenant
    self.state = state
    self.error = error
    self.result = result
    self.steps = steps
  }
}

/// Asks for operations and looks at them; the operator's process carries them out.
package enum Operations {
  /// Inserts an operation; nothing where the same is waiting or under way already.
  package static func insert(
    _ id: UUID, _ kind: OperationKind, tenant: String?, payload: [UInt8], by: String, at now: Date
  ) -> SQL {
    """
    INSERT INTO operation (id, kind, tenant_slug, state, payload, asked_by, created_at)
    VALUES (\(id), \(kind.rawValue), \(tenant), 'waiting', \(payload), \(by), \(now))
    ON CONFLICT DO NOTHING RETURNING id
    """
  }

  /// - Returns: nil where there is no such operation.
  package static func read(_ id: UUID, _ lease: borrowing some Lease & ~Copyable) async throws -> Operation? {
    try operation(id, try await lease.pipeline(selects(id)))
  }

  static func selects(_ id: UUID) -> [SQL] {
    [
      "SELECT kind, tenant_slug, state, error, coalesce(result, '') FROM operation WHERE id = \(id)",
      "SELECT name, state, error FROM operation_step WHERE operation_id = \(id) ORDER BY position",
    ]
  }

  static func operation(_ id: UUID, _ results: [Result]) throws -> Operation? {
    guard let row = try results[0].first(as: (String, String?, String, String?, Bytes).self) else {
      return nil
    }
    return Operation(
      id: id, kind: OperationKind(rawValue: row.0) ?? .onboard, tenant: row.1,
      state: OperationState(rawValue: row.2) ?? .failed, error: row.3, result: row.4.bytes,
      steps: try results[1].rows(OperationStep.self))
  }

  /// The last operation of a tenant, whatever its kind.
  package static func latest(
    tenant: String, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Operation? {
    let found = try await lease.query(
      "SELECT id FROM operation WHERE tenant_slug = \(tenant) ORDER BY created_at DESC, id DESC LIMIT 1"
    ).scalar(UUID.self)
    guard let found else { return nil }
    return try await read(found, lease)
  }
}
