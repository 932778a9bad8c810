import Crypto
package import Foundation
package import Postgres

/// Tries of one subject, such as an account or an address, counted in the database.
///
/// A try is counted before it is carried out, so that tries at the same time count too, and taken back where
/// it did no harm. Beyond the allowance the subject waits ever longer; nothing is locked for good.
package struct Throttle: Sendable {
  /// Tries are forgotten this long after the first.
  private static let window: TimeInterval = 15 * 60

  let subject: [UInt8]
  private let allowance: Int

  /// - Parameter allowance: tries within a quarter of an hour that cost nothing.
  init(_ name: String, allowance: Int) {
    subject = Array(SHA256.hash(data: Array(name.utf8)))
    self.allowance = allowance
  }

  /// Answers that tell an address what somebody else has registered.
  package static func telling(_ address: String) -> Throttle {
    Throttle("telling:\(address)", allowance: 300)
  }

  /// Requests for new passwords from an address.
  package static func resets(from address: String) -> Throttle {
    Throttle("resets:\(address)", allowance: 300)
  }

  /// Requests for a new password of one account, whether there is such an account or not.
  package static func resets(of email: String) -> Throttle { Throttle("reset:\(email)", allowance: 5) }

  /// Links that prove an address, which would be a way to fill somebody's mailbox.
  package static func proofs(of user: UUID) -> Throttle { Throttle("proofs:\(user)", allowance: 5) }

  /// Tries to go on with a registration that is not sent yet.
  package static func resuming(_ email: String) -> Throttle {
    Throttle("registration:\(email)", allowance: 10)
  }

  /// Counts a try in a transaction of its own.
  /// - Throws: `SignIn.Refusal.throttled` where the subject has to wait, and then nothing is counted.
  package func admit(_ lease: borrowing some Lease & ~Copyable, at now: Date) async throws {
    try await lease.transaction { transaction in
      let results = try await transaction.pipeline([[self].waiting(at: now), claim(at: now)])
      if let wait = try [self].wait(results[0], claims: results.dropFirst(), at: now) {
        throw SignIn.Refusal.throttled(retryAfter: wait)
      }
    }
  }

  /// The same for a caller who does not say that there is a limit.
  package func admits(_ lease: borrowing some Lease & ~Copyable, at now: Date) async throws -> Bool {
    do {
      try await admit(lease, at: now)
      return true
    } catch is SignIn.Refusal {
      return false
    }
  }

  /// Uncounts a try that did no harm.
  package func takeBack(_ lease: borrowing some Lease & ~Copyable) async throws {
    try await lease.transaction { $0.enqueue(uncount) }
  }

  /// Counts a try; no row comes back where the subject has to wait. The pause doubles with each try beyond the
  /// allowance: half a minute up to fifteen minutes.
  func claim(at now: Date) -> SQL {
    let forgotten = now - Self.window
    return """
      INSERT INTO sign_in_failure AS f (subject, failures, since) VALUES (\(subject), 1, \(now))
      ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN f.since < \(forgotten) THEN 1 ELSE f.failures + 1 END,
        since = CASE WHEN f.since < \(forgotten) THEN excluded.since ELSE f.since END,
        blocked_until = CASE
          WHEN f.since < \(forgotten) OR f.failures + 1 < \(allowance) THEN NULL
          ELSE excluded.since
            + least(15 * 60, 30 * power(2, least(10, f.failures + 1 - \(allowance)))) * interval '1 second'
        END
      WHERE f.blocked_until IS NULL OR f.blocked_until <= \(now)
      RETURNING f.failures
      """
  }

  var uncount: SQL {
    """
    UPDATE sign_in_failure SET failures = greatest(failures - 1, 0),
      blocked_until = CASE WHEN failures - 1 < \(allowance) THEN NULL ELSE blocked_until END
    WHERE subject = \(subject)
    """
  }

  var forget: SQL { "DELETE FROM sign_in_failure WHERE subject = \(subject)" }
}

extension [Throttle] {
  /// Until when one of these has to wait, as it is before a try is counted.
  func waiting(at now: Date) -> SQL {
    """
    SELECT max(blocked_until) FROM sign_in_failure
    WHERE subject IN (\(SQL(joining: map { "\($0.subject)" }, separator: ", "))) AND blocked_until > \(now)
    """
  }

  /// Whole seconds to wait; nil where every claim was taken.
  func wait(_ waiting: Result, claims: ArraySlice<Result>, at now: Date) throws -> Int? {
    if claims.allSatisfy({ $0.count == 1 }) { return nil }
    guard let until = try waiting.scalar(Date.self) else { return 30 }
    return Swift.max(1, Int(until.timeIntervalSince(now).rounded(.up)))
  }
}
