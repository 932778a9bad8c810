import Tenancy

/// Passwords of the demonstration: they follow from the master key of the installation and the account, so that
/// each start knows them again and no two installations share one.
struct DemonstrationPasswords: Sendable {
  let masterKey: MasterKey

  private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

  /// Four groups of five characters.
  /// - Parameter realm: the province's slug, or `central`.
  func password(of email: String, in realm: String) -> String {
    let bytes = masterKey.derive("demonstration/\(realm)/\(email)")
    let characters = bytes.prefix(20).map { Self.alphabet[Int($0) % Self.alphabet.count] }
    return stride(from: 0, to: 20, by: 5).map { String(characters[$0..<$0 + 5]) }.joined(separator: "-")
  }
}
