import Crypto
import Foundation

/// The key from which passwords and peppers are derived; it lies in a file, never in the database.
package struct MasterKey: Sendable, CustomStringConvertible {
  private let key: SymmetricKey

  /// - Throws: `KeyTooShort` under 32 bytes.
  package init(_ bytes: [UInt8]) throws {
    guard bytes.count >= 32 else { throw KeyTooShort() }
    key = SymmetricKey(data: bytes)
  }

  /// 32 bytes for one purpose (HKDF with SHA-256, RFC 5869).
  package func derive(_ purpose: String) -> [UInt8] {
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Array("e-order/\(purpose)".utf8), outputByteCount: 32)
    return derived.withUnsafeBytes(Array.init)
  }

  /// The password of a login role; a new epoch is a new password.
  package func password(role: String, epoch: Int) -> String {
    derive("role/\(role)/\(epoch)").map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }

  package var description: String { "•••" }

  package struct KeyTooShort: Error {}
}
