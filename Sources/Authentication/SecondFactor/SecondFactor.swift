package import AuditLog
package import Foundation
package import Postgres
import StrictJSON

/// One-time codes as the second thing, besides a password, that somebody signs in with.
package struct SecondFactor: Sendable {
  /// A recovery code was taken in place of a one-time code.
  package struct UsedRecoveryCode: Sendable {
    package let user: UUID
    package let email: String
    /// How many are left.
    package let left: Int
    package let at: Date
  }

  /// How long a seed waits for its first code.
  package static let patience: TimeInterval = 3600

  package let key: SeedKey
  private let telling: @Sendable (UsedRecoveryCode) -> SQL?

  /// - Parameter telling: the statement that tells a person of a recovery code that was used.
  package init(_ key: SeedKey, telling: @escaping @Sendable (UsedRecoveryCode) -> SQL? = { _ in nil }) {
    self.key = key
    self.telling = telling
  }

  /// Whether an account has one.
  /// - Parameter user: the name of the account's row.
  static func isSetUp(_ user: SQL) -> SQL {
    "EXISTS (SELECT FROM second_factor f WHERE f.user_id = \(user).id AND f.confirmed_at IS NOT NULL)"
  }

  /// The statements that take a person's factor away, and its codes with it.
  package static func removal(of user: UUID) -> [SQL] {
    [
      "DELETE FROM recovery_code WHERE user_id = \(user)",
      "DELETE FROM second_factor WHERE user_id = \(user)",
    ]
  }

  /// Puts a seed in force, its codes from a step on, with new recovery codes in place of older ones.
  /// - Parameter entry: the audit entry that tells of it.
  /// - Returns: the recovery codes, which are shown once.
  package func settle(
    _ seed: OneTimeSeed, of user: UUID, after step: Int64, entry: AuditEntry,
    _ transaction: borrowing Transaction
  ) throws -> [String] {
    let sealed = try key.seal(seed, of: user)
    let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode() }
    transaction.enqueue(entry.insertion)
    transaction.enqueue(
      """
      INSERT INTO second_factor (user_id, seed, confirmed_at, last_step, audit_id)
      VALUES (\(user), \(sealed), \(entry.at), \(step), \(entry.id))
      ON CONFLICT (user_id) DO UPDATE SET seed = excluded.seed, confirmed_at = excluded.confirmed_at,
        last_step = excluded.last_step, audit_id = excluded.audit_id, next_seed = NULL, next_at = NULL
      """)
    transaction.enqueue("DELETE FROM recovery_code WHERE user_id = \(user)")
    for code in codes {
      transaction.enqueue(
        """
        INSERT INTO recovery_code (code_hash, user_id, created_at)
        VALUES (\(RecoveryCode.hash(code.text)), \(user), \(entry.at))
        """)
    }
    return codes.map(\.text)
  }

  /// Lets somebody on whose password was right, and takes the code: each is good once, also for two who send it at the
  /// same moment.
  /// - Parameters:
  ///   - now: the service's time.
  ///   - instant: the machine's time, by which phones go too.
  /// - Throws: `SignIn.Refusal.codeNeeded`, `SignIn.Refusal.wrongCode`.
  func admit(
    _ code: String?, of user: UUID, at now: Date, machine instant: Date, _ transaction: borrowing Transaction
  ) async throws {
    let found = try await transaction.query(
      "SELECT seed FROM second_factor WHERE user_id = \(user) AND confirmed_at IS NOT NULL")
    guard let sealed = try found.scalar(Bytes.self) else { return }
    let typed = (code ?? "").filter { !$0.isWhitespace }
    if typed.isEmpty { throw SignIn.Refusal.codeNeeded }
    if let step = try key.open(sealed.bytes, of: user).step(of: typed, at: instant) {
      let taken = try await transaction.query(
        "UPDATE second_factor SET last_step = \(step) WHERE user_id = \(user) AND last_step < \(step)")
      guard taken.affected == 1 else { throw SignIn.Refusal.wrongCode }
      return
    }
    guard let hash = RecoveryCode.hash(typed) else { throw SignIn.Refusal.wrongCode }
    try await useRecoveryCode(hash, of: user, at: now, transaction)
  }

  private func useRecoveryCode(
    _ hash: [UInt8], of user: UUID, at now: Date, _ transaction: borrowing Transaction
  ) async throws {
    let results = try await transaction.pipeline([
      """
      UPDATE recovery_code SET used_at = \(now)
      WHERE code_hash = \(hash) AND user_id = \(user) AND used_at IS NULL
      """,
      """
      SELECT u.email, (SELECT count(*) FROM recovery_code c WHERE c.user_id = u.id AND c.used_at IS NULL)
      FROM app_user u WHERE u.id = \(user)
      """,
    ])
    guard results[0].affected == 1, let (email, left) = try results[1].first(as: (String, Int64).self) else {
      throw SignIn.Refusal.wrongCode
    }
    let entry = AuditEntry(
      at: now, actor: user.lowercased, role: "none", action: "user.use-recovery-code", subjectType: "user",
      subjectID: user.lowercased, detail: ["left": .integer(left)])
    transaction.enqueue(entry.insertion)
    let used = UsedRecoveryCode(user: user, email: email, left: Int(left), at: now)
    if let letter = telling(used) { transaction.enqueue(letter) }
  }
}
