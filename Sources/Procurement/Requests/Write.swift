package import Postgres

/// One write: a transaction that reads and locks in its first round trip, and with its second one writes,
/// records the answer under the request's key and commits.
package struct Write: Sendable {
  package let idempotency: IdempotentRequest?
  /// The tags of `If-Match` without quotation marks; nil where none was sent.
  package let expectedVersions: [String]?

  package init(idempotency: IdempotentRequest? = nil, expectedVersions: [String]? = nil) {
    self.idempotency = idempotency
    self.expectedVersions = expectedVersions
  }

  /// Runs a write.
  /// - Parameters:
  ///   - reads: statements of the first round trip; what must not change until COMMIT is locked by them.
  ///   - body: decides, enqueues what is to be written and answers; it gets the results of `reads`.
  /// - Throws: `Refusal`, after which nothing has happened and the key is free.
  package func callAsFunction(
    _ lease: borrowing some Lease & ~Copyable, reading reads: [SQL],
    _ body: (borrowing Transaction, [Result]) async throws -> Answer
  ) async throws -> Answer {
    try await lease.transaction { transaction in
      let lead = idempotency.map { [$0.claim, $0.stored] } ?? []
      let results = try await transaction.pipeline(lead + reads)
      if let replay = try idempotency?.replay(results.prefix(2)) { return replay }
      let answer = try await body(transaction, Array(results.dropFirst(lead.count)))
      if let idempotency { transaction.enqueue(idempotency.record(answer)) }
      return answer
    }
  }

  /// The stored answer, for a request with something to do before its transaction: nothing of that is done twice.
  /// - Throws: `Refusal.idempotencyMismatch` where the key was taken with another body.
  package func replay(_ lease: borrowing some Lease & ~Copyable) async throws -> Answer? {
    guard let idempotency else { return nil }
    return try idempotency.replay(of: try await lease.query(idempotency.stored))
  }

  /// - Throws: `Refusal.preconditionFailed` where `If-Match` names another version.
  package func checkPrecondition(version: Int) throws {
    guard let expectedVersions else { return }
    // A tag may go on after the version, where what is shown depends on other rows too.
    let isMet = expectedVersions.contains {
      $0 == "*" || $0 == "v\(version)" || $0.hasPrefix("v\(version)-")
    }
    guard isMet else { throw Refusal.preconditionFailed }
  }
}
