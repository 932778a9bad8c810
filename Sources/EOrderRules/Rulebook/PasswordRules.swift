/// What a password needs besides length and secrecy, where the province has chosen the profile of BSSN 4/2021 Art. 26,
/// which asks for a number of characters, kinds of characters and a term; ASVS 5.0 6.2 advises against the latter two.
package struct PasswordRules: Hashable, Sendable {
  /// Characters at least.
  package let length: Int
  /// How many of the kinds capital letter, small letter, digit and sign it has at least.
  package let kinds: Int
  /// Days for which it holds.
  package let validDays: Int
  /// The regulation behind them.
  package let legal: String
}

extension Rulebook {
  /// The province's rules for passwords on a day; nil under the profile `asvs`.
  package func passwordRules(on day: Day) -> PasswordRules? {
    guard people.passwordProfile == "bssn", let length = national.row(.passwordLength, on: day),
      let kinds = national.row(.passwordKinds, on: day)?.count,
      let days = national.row(.passwordDays, on: day)?.count
    else { return nil }
    return PasswordRules(
      length: Int(clamping: length.count ?? 0), kinds: Int(clamping: kinds), validDays: Int(clamping: days),
      legal: length.legal)
  }
}
