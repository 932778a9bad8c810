import EOrderRules
package import Foundation
package import Postgres

/// What somebody asks the operator for.
package struct OperationRequest: Sendable {
  private let kind: OperationKind
  private let tenant: String?
  private let payload: [UInt8]
  private let steps: [String]
  private let file: TenantFile?

  /// - Parameter steps: the names of the steps that will be taken, so that whoever asks sees them all.
  package init(_ kind: OperationKind, tenant: String?, payload: [UInt8], steps: [String]) {
    self.kind = kind
    self.tenant = tenant
    self.payload = payload
    self.steps = steps
    file = nil
  }

  /// An onboarding; its tenant is in the registry as soon as this is asked.
  package init(onboarding file: TenantFile, payload: [UInt8], steps: [String]) {
    kind = .onboard
    tenant = file.rulebook.tenant.slug
    self.payload = payload
    self.steps = steps
    self.file = file
  }

  /// Asks in the caller's transaction; where the very same is waiting or under way, that one is the answer.
  /// - Parameter id: of the operation if it is new; an id that was given before names the operation of then.
  package func ask(
    _ transaction: borrowing Transaction, id: UUID, by: String, at now: Date
  ) async throws -> (operation: Operation, isNew: Bool) {
    let sha256 = payload.sha256
    // The open one may end between the two statements; then this one is new.
    for _ in 0..<5 {
      let results = try await transaction.pipeline([
        Operations.insert(id, kind, tenant: tenant, payload: payload, by: by, at: now),
        """
        SELECT id FROM operation
        WHERE id = \(id) OR (kind = \(kind.rawValue) AND tenant_slug = \(tenant)
          AND payload_sha256 = \(sha256) AND state IN ('waiting', 'running'))
        """,
      ])
      let isNew = results[0].count == 1
      guard let known = isNew ? id : try results[1].scalar(UUID.self) else { continue }
      if isNew {
        if let file { transaction.enqueue(file.registration(payload, at: now)) }
        transaction.enqueue(waitingSteps(id))
      }
      let read = try Operations.operation(known, try await transaction.pipeline(Operations.selects(known)))
      if let read { return (read, isNew) }
    }
    throw PostgresError(.exhausted, message: "the operation is asked for and ended again and again")
  }

  private func waitingSteps(_ id: UUID) -> SQL {
    """
    INSERT INTO operation_step (operation_id, position, name, state)
    SELECT \(id), s.position - 1, s.name, 'waiting'
    FROM unnest(\(SQLArray(steps))) WITH ORDINALITY AS s(name, position)
    """
  }
}
