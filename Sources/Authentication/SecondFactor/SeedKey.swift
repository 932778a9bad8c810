import Crypto
package import Foundation

/// Seals the seeds of one-time codes and signs what a sign-in goes on with, so that a stolen database gives none of them
/// (security.md §4.5).
package struct SeedKey: Sendable, CustomStringConvertible {
  /// Which key this is, for the day on which there is another.
  private static let generation: UInt8 = 1

  private let sealing: SymmetricKey
  private let signing: SymmetricKey
  private let realm: String

  /// - Parameters:
  ///   - bytes: 32 bytes that are kept outside the database.
  ///   - realm: whose people these are; a seed of one realm opens in no other.
  package init(_ bytes: [UInt8], realm: String) {
    sealing = HKDF<SHA256>.expand(
      pseudoRandomKey: bytes, info: Data("one-time seeds".utf8), outputByteCount: 32)
    signing = HKDF<SHA256>.expand(
      pseudoRandomKey: bytes, info: Data("sign-in tickets".utf8), outputByteCount: 32)
    self.realm = realm
  }

  package func seal(_ seed: OneTimeSeed, of user: UUID) throws -> [UInt8] {
    let box = try AES.GCM.seal(seed.bytes, using: sealing, authenticating: place(user))
    return [Self.generation] + Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
  }

  /// - Throws: where it is none, or was sealed for somebody else.
  package func open(_ sealed: [UInt8], of user: UUID) throws -> OneTimeSeed {
    guard sealed.first == Self.generation else { throw CryptoKitError.incorrectParameterSize }
    let box = try AES.GCM.SealedBox(combined: sealed.dropFirst())
    return OneTimeSeed(bytes: Array(try AES.GCM.open(box, using: sealing, authenticating: place(user))))
  }

  func sign(_ message: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array("\(realm)\n".utf8) + message, using: signing))
  }

  /// Where a seed belongs, so that it cannot be moved to another's row.
  private func place(_ user: UUID) -> [UInt8] {
    Array("\(Self.generation)|\(realm)|second_factor|seed|\(user.uuidString.lowercased())".utf8)
  }

  package var description: String { "•••" }
}
