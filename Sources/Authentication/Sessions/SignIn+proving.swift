package import Foundation
package import Postgres

extension SignIn {
  /// Takes the code where there is a second factor, in the transaction of what it is for; the account's wrong tries are
  /// forgotten.
  /// - Throws: `Refusal.codeNeeded`, `Refusal.wrongCode`, and then the try stays counted and nothing has happened.
  package func admit(
    _ verified: Verified, at now: Date, _ transaction: borrowing Transaction
  ) async throws {
    let attempt = verified.attempt
    try await factor.admit(attempt.otp, of: verified.userID, at: now, machine: Date(), transaction)
    for statement in attempt.forgetting { transaction.enqueue(statement) }
  }

  /// What the next page goes on with that asks for the code alone.
  package func ticket(of verified: Verified, at now: Date) -> SignInTicket {
    SignInTicket(
      verified.userID, passwordHash: verified.passwordHash, until: now + SignInTicket.life, key: factor.key)
  }

  /// Goes on where somebody has typed the right password on the page before; counts a try, as a password does.
  /// - Throws: `Refusal.badCredentials` for a ticket that is too old or none of ours; `Refusal.throttled`.
  package func resume(
    _ ticket: SignInTicket, otp: String, address: String, userAgent: String?,
    _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> Verified {
    guard let user = ticket.user else { throw Refusal.badCredentials }
    let found = try await lease.query(
      "SELECT email, password_hash FROM app_user WHERE id = \(user) AND active AND password_hash IS NOT NULL")
    guard let (email, hash) = try found.first(as: (String, String).self),
      ticket.isGood(passwordHash: hash, at: now, key: factor.key)
    else { throw Refusal.badCredentials }
    let attempt = Attempt(email: email, password: "", otp: otp, address: address, userAgent: userAgent)
    _ = try await count(attempt, lease, at: now)
    return Verified(attempt: attempt, userID: user, passwordHash: hash)
  }
}
