import EOrderRules
import Foundation
import Postgres

/// One particular of somebody, hashed.
struct HashedTrace: Hashable {
  let id: UUID
  let kind: TraceKind
  let hash: [UInt8]
}

/// Hashes of several vendors or users, written together.
struct HashedTraces {
  private let traces: [HashedTrace]

  init(_ traces: [HashedTrace]) { self.traces = traces }

  /// A table `t(id, kind, hash)`.
  var table: SQL {
    """
    (SELECT u.id, u.kind, decode(u.hash, 'hex') AS hash FROM unnest(\(SQLArray(traces.map(\.id))),
      \(SQLArray(traces.map(\.kind.rawValue))), \(SQLArray(traces.map { hexadecimal($0.hash) })))
      AS u(id, kind, hash)) t
    """
  }
}
