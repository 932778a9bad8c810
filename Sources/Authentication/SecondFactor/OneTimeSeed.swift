import Crypto
package import Foundation

/// What an authenticator program and the service share: codes of six digits that change every half minute (RFC 6238 with
/// SHA-1, as every phone's program has it).
package struct OneTimeSeed: Sendable, Equatable, CustomStringConvertible {
  private static let period: TimeInterval = 30
  /// Steps before and after the present one whose code is taken too, for clocks that go wrong.
  private static let drift: Int64 = 1

  /// 160 bits, as RFC 4226 §4 recommends.
  package let bytes: [UInt8]

  package init() {
    var random = SystemRandomNumberGenerator()
    bytes = (0..<20).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The code of a step.
  package func code(step: Int64) -> String {
    let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes)))
    let offset = Int(mac[mac.count - 1] & 0x0F)
    let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  package static func step(at instant: Date) -> Int64 {
    Int64((instant.timeIntervalSince1970 / period).rounded(.down))
  }

  /// The step whose code this is; nil where it is none of those near the instant. All are compared, whichever fits.
  package func step(of code: String, at instant: Date) -> Int64? {
    let present = Self.step(at: instant)
    let typed = Array(code.utf8)
    var found: Int64?
    for step in present - Self.drift...present + Self.drift {
      let right = Array(self.code(step: step).utf8)
      guard right.count == typed.count else { continue }
      let difference = zip(right, typed).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
      if difference == 0 { found = step }
    }
    return found
  }

  /// Base32 without padding, as people type it and programs read it (RFC 4648 §6).
  package var text: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (text, buffer, bits) = ("", 0, 0)
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[buffer >> bits & 31])
      }
    }
    if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
    return text
  }

  /// What a QR code says to the program on a phone (the Key URI format that all of them read).
  package func uri(issuer: String, account: String) -> String {
    let issuer = issuer.percentEncoded
    return "otpauth://totp/\(issuer):\(account.percentEncoded)?secret=\(text)&issuer=\(issuer)"
  }

  package var description: String { "•••" }
}

extension String {
  fileprivate var percentEncoded: String {
    let unreserved = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }
}
