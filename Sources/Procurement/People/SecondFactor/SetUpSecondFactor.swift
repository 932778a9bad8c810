import AuditLog
package import Authentication
import EOrderRules
package import Foundation
package import Postgres

/// Somebody begins to set up one-time codes, or to move them to another phone: a new seed waits for its first code, and
/// one that is in force stays so until then.
package struct SetUpSecondFactor: Sendable {
  private let owner: FactorOwner
  private let key: SeedKey

  package init(_ owner: FactorOwner, key: SeedKey) {
    self.owner = owner
    self.key = key
  }

  /// - Returns: the seed, which is shown now and until its first code was typed.
  package func callAsFunction(_ transaction: borrowing Transaction) async throws -> OneTimeSeed {
    let seed = OneTimeSeed()
    let sealed = try key.seal(seed, of: owner.user)
    transaction.enqueue(
      """
      INSERT INTO second_factor (user_id, next_seed, next_at) VALUES (\(owner.user), \(sealed), \(owner.now))
      ON CONFLICT (user_id) DO UPDATE SET next_seed = excluded.next_seed, next_at = excluded.next_at
      """)
    transaction.enqueue(owner.entry("user.begin-second-factor").insertion)
    return seed
  }
}

/// Somebody leaves off before the first code was typed: the seed that waits is forgotten, and a phone that was in force
/// stays so.
package struct AbandonSecondFactor: Sendable {
  private let owner: FactorOwner

  package init(_ owner: FactorOwner) { self.owner = owner }

  package func callAsFunction(_ transaction: borrowing Transaction) async throws {
    let left = try await transaction.query(
      """
      UPDATE second_factor SET next_seed = NULL, next_at = NULL
      WHERE user_id = \(owner.user) AND next_seed IS NOT NULL
      """)
    if left.affected == 1 { transaction.enqueue(owner.entry("user.abandon-second-factor").insertion) }
  }
}

/// Where somebody stands with one-time codes.
package struct SecondFactorState: RowDecodable, Sendable {
  package let since: Date?
  /// Recovery codes that were not used yet.
  package let recoveryCodes: Int
  private let waiting: [UInt8]?

  package init(row: inout Row) throws {
    since = try row.next(Date?.self)
    recoveryCodes = Int(try row.next(Int64.self))
    waiting = try row.next(Bytes?.self)?.bytes
  }

  package static func select(_ user: UUID, at now: Date) -> SQL {
    """
    SELECT (SELECT confirmed_at FROM second_factor WHERE user_id = \(user)),
      (SELECT count(*) FROM recovery_code WHERE user_id = \(user) AND used_at IS NULL),
      (SELECT next_seed FROM second_factor WHERE user_id = \(user) AND next_at > \(now - SecondFactor.patience))
    """
  }

  /// The seed that waits for its first code; nil where none does.
  package func waitingSeed(_ user: UUID, key: SeedKey) throws -> OneTimeSeed? {
    try waiting.map { try key.open($0, of: user) }
  }
}

/// The first code shows that the phone has the seed: it is in force from now on, all other sessions of the person end,
/// and this one gets another token.
package struct ConfirmSecondFactor: Sendable {
  /// What is told once.
  package struct Outcome: Sendable {
    package let recoveryCodes: [String]
    package let token: Secret
    package let expiresAt: Date
  }

  private let owner: FactorOwner
  private let code: String
  private let factor: SecondFactor

  package init(_ owner: FactorOwner, code: String, factor: SecondFactor) {
    self.owner = owner
    self.code = code.filter { !$0.isWhitespace }
    self.factor = factor
  }

  /// - Throws: `Refusal.wrongState` where no seed waits; `SignIn.Refusal.wrongCode`.
  package func callAsFunction(_ transaction: borrowing Transaction) async throws -> Outcome {
    let (user, token) = (owner.user, Secret())
    let found = try await transaction.query(
      """
      SELECT next_seed, confirmed_at IS NOT NULL FROM second_factor
      WHERE user_id = \(user) AND next_at > \(owner.now - SecondFactor.patience) FOR UPDATE
      """)
    guard let (sealed, isRenewal) = try found.first(as: (Bytes, Bool).self) else {
      throw Refusal.wrongState("not_begun")
    }
    let seed = try factor.key.open(sealed.bytes, of: user)
    guard let step = seed.step(of: code, at: Date()) else { throw SignIn.Refusal.wrongCode }
    let entry = owner.entry(isRenewal ? "user.renew-second-factor" : "user.set-up-second-factor")
    let codes = try factor.settle(seed, of: user, after: step, entry: entry, transaction)
    transaction.enqueue("DELETE FROM session WHERE user_id = \(user) AND id <> \(owner.session)")
    transaction.enqueue(owner.letter(isRenewal ? .secondFactorRenewed : .secondFactorOn).insertion)
    let renewed = try await transaction.query(Sessions.renew(owner.session, token: token, machine: Date()))
    guard let end = try renewed.scalar(Date.self) else { throw SignIn.Refusal.badCredentials }
    return Outcome(recoveryCodes: codes, token: token, expiresAt: end)
  }
}
