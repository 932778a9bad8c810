import Authentication
import Crypto
import Foundation

/// What proves that a form came from a page of ours: a MAC under a secret that only this browser holds, the
/// session's or, before anybody is signed in, that of the visit.
struct FormProof: Sendable {
  let text: String

  init(_ secret: Secret) {
    let key = SymmetricKey(data: Array(secret.text.utf8))
    let code = HMAC<SHA256>.authenticationCode(for: Array("e-Order form".utf8), using: key)
    text = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Compares in constant time.
  func matches(_ sent: String?) -> Bool {
    let (mine, theirs) = (Array(text.utf8), Array((sent ?? "").utf8))
    guard mine.count == theirs.count else { return false }
    return zip(mine, theirs).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
