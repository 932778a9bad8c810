import Crypto
import Foundation
import Postgres

/// Counts failed sign-ins by account and by address, and makes the next try wait ever longer; a right
/// password forgets the account's count, and nothing is locked for good.
struct SignInThrottle {
  /// Failures are forgotten after this long.
  private static let window: TimeInterval = 15 * 60
  /// Failures of one account, and of one address, that cost nothing.
  private static let accountAllowance = 5
  private static let addressAllowance = 300

  private let account: [UInt8]
  private let address: [UInt8]

  init(email: String, address: String) {
    account = Array(SHA256.hash(data: Array("account:\(email)".utf8)))
    self.address = Array(SHA256.hash(data: Array("address:\(address)".utf8)))
  }

  func blocks(at now: Date) -> SQL {
    """
    SELECT max(blocked_until) FROM sign_in_failure
    WHERE subject IN (\(account), \(address)) AND blocked_until > \(now)
    """
  }

  /// Whole seconds to wait, nil where the try may go on.
  func retryAfter(_ result: Result, at now: Date) throws -> Int? {
    guard let until = try result.scalar(Date.self) else { return nil }
    return max(1, Int(until.timeIntervalSince(now).rounded(.up)))
  }

  func failures(at now: Date) -> [SQL] {
    [
      failure(account, Self.accountAllowance, at: now), failure(address, Self.addressAllowance, at: now),
    ]
  }

  /// The pause doubles with each failure beyond the allowance: half a minute up to fifteen minutes.
  private func failure(_ subject: [UInt8], _ allowance: Int, at now: Date) -> SQL {
    let forgotten = now - Self.window
    return """
      INSERT INTO sign_in_failure (subject, failures, since) VALUES (\(subject), 1, \(now))
      ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN sign_in_failure.since < \(forgotten) THEN 1 ELSE sign_in_failure.failures + 1 END,
        since = CASE WHEN sign_in_failure.since < \(forgotten) THEN excluded.since ELSE sign_in_failure.since END,
        blocked_until = CASE
          WHEN sign_in_failure.since < \(forgotten) OR sign_in_failure.failures + 1 < \(allowance) THEN NULL
          ELSE excluded.since
            + least(15 * 60, 30 * power(2, least(10, sign_in_failure.failures + 1 - \(allowance)))) * interval '1 second'
        END
      """
  }

  var forget: SQL { "DELETE FROM sign_in_failure WHERE subject = \(account)" }
}
