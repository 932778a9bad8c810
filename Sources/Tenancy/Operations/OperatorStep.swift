package import Foundation
package import Postgres

/// The operation that a step works for.
package struct OperatorWork: Sendable {
  package let id: UUID
  package let kind: OperationKind
  package let tenant: String?
  package let payload: [UInt8]
  package let now: Date
}

/// One named step: checks, acts, and may be run again at any time.
package struct OperatorStep: Sendable {
  package let name: String
  let run: @Sendable (borrowing MigratorConnection, OperatorWork) async throws -> [UInt8]?

  /// - Parameter run: may answer what the operation brought forth, as JSON.
  package init(
    _ name: String,
    run: @escaping @Sendable (borrowing MigratorConnection, OperatorWork) async throws -> [UInt8]?
  ) {
    self.name = name
    self.run = run
  }
}
