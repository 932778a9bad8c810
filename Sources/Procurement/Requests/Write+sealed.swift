import Crypto
import Foundation
import Postgres
import Tenancy

extension Write {
  /// The same write for a body that nobody may guess from what is stored: a price has few digits, so a plain hash of
  /// the body would give it away. What is kept is keyed by the `Idempotency-Key` itself, of which only a hash is
  /// kept; a key too short to be a secret vouches for no body at all.
  package var blind: Write {
    guard let plain = idempotency else { return self }
    let secret = Array(plain.key.utf8)
    let isSecret = secret.count >= 16
    let digest = HMAC<SHA256>.authenticationCode(
      for: Data(isSecret ? plain.bodyHash : []), using: SymmetricKey(data: secret))
    return Write(
      idempotency: IdempotentRequest(
        owner: plain.owner, route: plain.route,
        key: "sha256:" + hexadecimal(secret.sha256),
        bodyHash: Array(digest), now: plain.now),
      expectedVersions: expectedVersions)
  }
}
