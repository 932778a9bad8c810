package import Crypto
import Foundation

/// The content of an offer under its seal: encrypted with a key of its own, and that key wrapped for the holder of
/// the opening key (HPKE, RFC 9180).
package struct SealedContent: Hashable, Sendable {
  /// The cipher suite; its parts are fixed, so that nobody can choose a weaker one.
  static let suite = HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)

  private static let secretName = Data("e-order/offers/sender".utf8)

  /// The public key of this one seal.
  package let encapsulatedKey: [UInt8]
  package let wrappedKey: [UInt8]
  /// Nonce, cipher text and tag.
  package let sealed: [UInt8]

  package init(encapsulatedKey: [UInt8], wrappedKey: [UInt8], sealed: [UInt8]) {
    self.encapsulatedKey = encapsulatedKey
    self.wrappedKey = wrappedKey
    self.sealed = sealed
  }

  /// Seals a content; from here on only the holder of the private half can read it.
  package init(
    _ content: [UInt8], for binding: SealBinding, to key: Curve25519.KeyAgreement.PublicKey,
    by secret: SealingSecret
  ) throws {
    let contentKey = SymmetricKey(size: .bits256)
    let box = try AES.GCM.seal(Self.padded(content), using: contentKey, authenticating: binding.bytes)
    sealed = Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    var sender = try HPKE.Sender(
      recipientKey: key, ciphersuite: Self.suite, info: Data(binding.bytes), presharedKey: secret.sender,
      presharedKeyIdentifier: Self.secretName)
    wrappedKey = Array(
      try sender.seal(
        contentKey.withUnsafeBytes { Data($0) }, authenticating: Data(SHA256.hash(data: Data(sealed)))))
    encapsulatedKey = Array(sender.encapsulatedKey)
  }

  /// The content.
  /// - Throws: where anything was changed, or the offer was sealed for something else.
  package func open(
    for binding: SealBinding, with key: Curve25519.KeyAgreement.PrivateKey, by secret: SealingSecret
  ) throws -> [UInt8] {
    var recipient = try HPKE.Recipient(
      privateKey: key, ciphersuite: Self.suite, info: Data(binding.bytes),
      encapsulatedKey: Data(encapsulatedKey), presharedKey: secret.sender,
      presharedKeyIdentifier: Self.secretName)
    let contentKey = SymmetricKey(
      data: try recipient.open(
        Data(wrappedKey), authenticating: Data(SHA256.hash(data: Data(sealed)))))
    let box = try AES.GCM.SealedBox(combined: Data(sealed))
    return try Self.unpadded(Array(AES.GCM.open(box, using: contentKey, authenticating: binding.bytes)))
  }

  /// The length of a cipher text would tell how many digits a price has, so it grows in large steps
  /// (ISO/IEC 7816-4: a mark, then zeros).
  private static let step = 8192

  private static func padded(_ content: [UInt8]) -> [UInt8] {
    let length = (content.count / step + 1) * step
    return content + [0x80] + [UInt8](repeating: 0, count: length - content.count - 1)
  }

  private static func unpadded(_ bytes: [UInt8]) throws -> [UInt8] {
    guard let mark = bytes.lastIndex(where: { $0 != 0 }), bytes[mark] == 0x80 else { throw PaddingBroken() }
    return Array(bytes[..<mark])
  }

  private struct PaddingBroken: Error {}
}
