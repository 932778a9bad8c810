package import Foundation
import Postgres

/// What shows for a few minutes that somebody has just typed the right password, so that the next page asks for the
/// code alone: the account and a deadline under a signature that changes with the password.
package struct SignInTicket: Sendable, Equatable {
  package static let life: TimeInterval = 5 * 60

  package let text: String

  init(_ user: UUID, passwordHash: String, until end: Date, key: SeedKey) {
    let content = "\(user.lowercased).\(Int64(end.timeIntervalSince1970))"
    let code = key.sign(Self.message(content, passwordHash))
    text = content + "." + Secret(bytes: code).text
  }

  package init(presented text: String) { self.text = text }

  /// Whose ticket it says that it is; nil where it is none.
  var user: UUID? { parts.flatMap { UUID(uuidString: String($0[0])) } }

  /// Whether it is ours, and not too old.
  func isGood(passwordHash: String, at now: Date, key: SeedKey) -> Bool {
    guard let parts, let user, let end = Int64(parts[1]), Date(timeIntervalSince1970: Double(end)) > now
    else {
      return false
    }
    let right = SignInTicket(
      user, passwordHash: passwordHash, until: Date(timeIntervalSince1970: Double(end)), key: key)
    let (mine, theirs) = (Array(right.text.utf8), Array(text.utf8))
    guard mine.count == theirs.count else { return false }
    return zip(mine, theirs).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private var parts: [Substring]? {
    guard text.utf8.count <= 200 else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 ? parts : nil
  }

  private static func message(_ content: String, _ passwordHash: String) -> [UInt8] {
    Array("\(content)\n\(passwordHash)".utf8)
  }
}
