import Crypto

/// A secret that is shown once: 256 random bits, of which the database keeps only the SHA-256.
package struct Secret: Sendable, Equatable {
  /// base64url without padding, 43 characters.
  package let text: String

  package init() {
    var random = SystemRandomNumberGenerator()
    text = base64URL((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
  }

  /// A secret that was derived from a key; 32 bytes.
  package init(bytes: [UInt8]) { text = base64URL(bytes) }

  /// A secret that somebody presents.
  package init(presented text: String) { self.text = text }

  package var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

private func base64URL(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
  var text = ""
  var buffer = 0
  var bits = 0
  for byte in bytes {
    buffer = (buffer << 8) | Int(byte)
    bits += 8
    while bits >= 6 {
      bits -= 6
      text.append(alphabet[(buffer >> bits) & 63])
    }
  }
  if bits > 0 { text.append(alphabet[(buffer << (6 - bits)) & 63]) }
  return text
}
