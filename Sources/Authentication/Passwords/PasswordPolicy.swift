package import EOrderRules
import Foundation
package import StrictJSON

/// Which passwords are taken: long ones that are not on a list of known ones; no composition rules
/// (ASVS 5.0 6.2, NIST SP 800-63B).
package struct PasswordPolicy: Sendable {
  /// UTF-8 bytes of a password at most.
  package static let maximumBytes = 1024

  private let known: Set<String>

  /// - Parameter wordList: a file with one known password a line; cracklib's list on Debian.
  /// - Throws: where the list cannot be read.
  package init(wordList: String = "/usr/share/dict/cracklib-small") throws {
    let text = try String(contentsOfFile: wordList, encoding: .utf8)
    known = Set(text.split(separator: "\n").map { $0.lowercased() })
  }

  /// Code points that a password needs: more where more is at stake.
  package static func minimumLength(for roles: Set<Role>) -> Int {
    roles.allSatisfy(\.isVendor) && !roles.isEmpty ? 10 : 15
  }

  /// What is wrong with the password; nil where it is good.
  /// - Parameter context: words that say who and where, such as the e-mail's parts.
  package func refusal(
    of password: String, roles: Set<Role>, context: [String], pointer: String
  ) -> FieldError? {
    let minimum = Self.minimumLength(for: roles)
    guard password.unicodeScalars.count >= minimum else {
      return FieldError(pointer, .tooShort, bound: "\(minimum)")
    }
    guard password.utf8.count <= Self.maximumBytes else {
      return FieldError(pointer, .tooLong, bound: "\(Self.maximumBytes)")
    }
    return isGuessable(password, context) ? FieldError(pointer, .custom("known_password")) : nil
  }

  /// On the list, one word with digits around it, a word of the context, or one character over and over.
  private func isGuessable(_ password: String, _ context: [String]) -> Bool {
    let lower = password.lowercased()
    let core = lower.trimmingCharacters(in: .decimalDigits.union(.punctuationCharacters))
    if Set(lower).count < 5 || core.isEmpty { return true }
    if known.contains(lower) || known.contains(core) { return true }
    return context.map { $0.lowercased() }.contains { $0.count >= 4 && ($0 == lower || $0 == core) }
  }
}
