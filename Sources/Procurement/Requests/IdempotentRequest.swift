package import Foundation
import Postgres

/// A request that may be sent again without happening twice (api.md §2, `Idempotency-Key`).
package struct IdempotentRequest: Sendable {
  /// The user's id, or `anonymous`.
  package let owner: String
  /// Method and path with its ids.
  package let route: String
  package let key: String
  /// SHA-256 of the body.
  package let bodyHash: [UInt8]
  package let now: Date

  package init(owner: String, route: String, key: String, bodyHash: [UInt8], now: Date) {
    self.owner = owner
    self.route = route
    self.key = key
    self.bodyHash = bodyHash
    self.now = now
  }

  /// Takes the key; a second request with it waits here until the first has ended.
  var claim: SQL {
    """
    INSERT INTO idempotency (owner, route, key, body_hash, created_at)
    VALUES (\(owner), \(route), \(key), \(bodyHash), \(now))
    ON CONFLICT (owner, route, key) DO NOTHING RETURNING true
    """
  }

  var stored: SQL {
    """
    SELECT body_hash, status, answer, etag FROM idempotency
    WHERE owner = \(owner) AND route = \(route) AND key = \(key)
    """
  }

  /// The first answer again where the key was taken before.
  /// - Throws: `Refusal.idempotencyMismatch` where it was taken with another body.
  func replay(_ results: ArraySlice<Result>) throws -> Answer? {
    guard let claimed = results.first, let stored = results.last, claimed.count == 0 else { return nil }
    return try replay(of: stored)
  }

  func replay(of stored: Result) throws -> Answer? {
    guard let row = try stored.first(as: (Bytes, Int?, Bytes?, String?).self), let status = row.1 else {
      return nil
    }
    guard row.0.bytes == bodyHash else { throw Refusal.idempotencyMismatch }
    return Answer(status: status, body: row.2?.bytes ?? [], etag: row.3, isReplay: true)
  }

  func record(_ answer: Answer) -> SQL {
    """
    UPDATE idempotency SET status = \(answer.status), answer = \(answer.body), etag = \(answer.etag)
    WHERE owner = \(owner) AND route = \(route) AND key = \(key)
    """
  }
}
