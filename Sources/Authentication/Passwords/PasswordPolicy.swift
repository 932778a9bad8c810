package import EOrderRules
import Foundation
package import StrictJSON

/// Which passwords are taken: long ones that are neither known nor easily guessed; no composition rules
/// (ASVS 5.0 6.2, NIST SP 800-63B) but where a province has chosen the profile of BSSN 4/2021.
package struct PasswordPolicy: Sendable {
  /// UTF-8 bytes of a password at most.
  package static let maximumBytes = 1024

  private let known: KnownWords
  private var rules: PasswordRules?

  /// - Parameter wordList: a file with one known password a line; cracklib's list on Debian.
  /// - Throws: where the list cannot be read.
  package init(wordList: String = "/usr/share/dict/cracklib-small") throws {
    known = KnownWords(try String(contentsOfFile: wordList, encoding: .utf8))
  }

  /// The policy of a province.
  package func under(_ rulebook: Rulebook, on day: Day) -> PasswordPolicy {
    var policy = self
    policy.rules = rulebook.passwordRules(on: day)
    return policy
  }

  /// Code points that a password needs: more where more is at stake.
  package static func minimumLength(for roles: Set<Role>) -> Int {
    roles.allSatisfy(\.isVendor) && !roles.isEmpty ? 10 : 15
  }

  /// What is wrong with the password; nil where it is good.
  /// - Parameter context: names and addresses that say who and where; their words are no secret.
  package func refusal(
    of password: String, roles: Set<Role>, context: [String], pointer: String
  ) -> FieldError? {
    let minimum = max(Self.minimumLength(for: roles), rules?.length ?? 0)
    guard password.unicodeScalars.count >= minimum else {
      return FieldError(pointer, .tooShort, bound: "\(minimum)")
    }
    guard password.utf8.count <= Self.maximumBytes else {
      return FieldError(pointer, .tooLong, bound: "\(Self.maximumBytes)", measure: .bytes)
    }
    if let rules, password.kindsOfCharacters < rules.kinds {
      return FieldError(pointer, .badFormat, detail: Self.oneKind(rules))
    }
    return isGuessable(password, context) ? FieldError(pointer, .badFormat, detail: Self.guessable) : nil
  }

  private static func oneKind(_ rules: PasswordRules) -> Bilingual {
    Bilingual(
      id: """
        Kata sandi memuat paling sedikit \(rules.kinds) dari: huruf besar, huruf kecil, angka, tanda (\(rules.legal)).
        """,
      en: """
        A password has at least \(rules.kinds) of these: a capital letter, a small letter, a digit, a sign \
        (\(rules.legal)).
        """)
  }

  private static let guessable = Bilingual(
    id:
      "Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan, bukan nama atau urutan tombol.",
    en: "This password is easily guessed. Use several unrelated words, no names and no row of keys.")

  private func isGuessable(_ password: String, _ context: [String]) -> Bool {
    let lower = password.lowercased()
    let core = lower.trimmingCharacters(in: .decimalDigits.union(.punctuationCharacters).union(.symbols))
    if Set(lower).count < 5 || core.isEmpty { return true }
    return known.contain(lower, core: core) || lower.isRepetition || core.isRepetition
      || isKeyboardWalk(lower)
      || ContextWords(context).leaveTooLittle(of: core)
  }
}

extension String {
  /// How many of the kinds capital letter, small letter, digit and sign the text has; a space is a sign.
  fileprivate var kindsOfCharacters: Int {
    let kinds: [(Character) -> Bool] = [
      \.isUppercase, \.isLowercase, \.isNumber, { !$0.isLetter && !$0.isNumber },
    ]
    return kinds.count { kind in contains(where: kind) }
  }

  /// Whether the text is one part written twice or more, as `passwordpassword`.
  var isRepetition: Bool {
    let characters = Array(self)
    return (1...max(1, characters.count / 2)).contains { period in
      characters.count > period && characters.count % period == 0
        && characters.dropFirst(period).elementsEqual(characters.dropLast(period))
    }
  }
}
