import Crypto

/// A code that lets its owner in once without the phone: 120 random bits, of which the database keeps the SHA-256.
struct RecoveryCode: Sendable {
  static let count = 10
  private static let length = 24
  /// Digits and letters that are not taken for one another (Crockford's base 32).
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Six groups of four.
  let text: String

  init() {
    var random = SystemRandomNumberGenerator()
    let letters = (0..<Self.length).map { _ in Self.alphabet[Int.random(in: 0..<32, using: &random)] }
    text = stride(from: 0, to: Self.length, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
  }

  /// The hash of what somebody typed, whatever stands between the letters and however they are written; nil where it
  /// cannot be a code.
  static func hash(_ typed: String) -> [UInt8]? {
    let letters = typed.uppercased().filter { $0 != "-" && !$0.isWhitespace }
      .replacing("O", with: "0").replacing("I", with: "1").replacing("L", with: "1")
    guard letters.count == length, letters.allSatisfy(alphabet.contains) else { return nil }
    return Array(SHA256.hash(data: Array(letters.utf8)))
  }
}
