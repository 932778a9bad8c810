import Foundation

/// Words that every guesser tries.
struct KnownWords: Sendable {
  /// Letters beside a known word that do not yet make it a password of one's own.
  private static let fewLetters = 3
  /// Shorter words stand in everything.
  private static let shortest = 6

  private let words: Set<String>

  /// - Parameter list: one word a line.
  init(_ list: String) { words = Set(list.split(separator: "\n").map { $0.lowercased() }) }

  /// Whether the password is a known word, also with digits for letters or a few letters more.
  func contain(_ password: String, core: String) -> Bool {
    let unmarked = password.trimmingCharacters(in: .punctuationCharacters)
    return [password, core, core.withLettersForDigits, unmarked.withLettersForDigits].contains {
      words.contains($0) || isDressedUp($0)
    }
  }

  private func isDressedUp(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    let all = Array(letters)
    let least = max(Self.shortest, all.count - Self.fewLetters)
    guard all.count >= least, !text.contains(" ") else { return false }
    return (least...all.count).contains { length in
      (0...(all.count - length)).contains { words.contains(String(all[$0..<$0 + length])) }
    }
  }
}

extension String {
  /// `p4ssw0rd` as it is meant.
  fileprivate var withLettersForDigits: String {
    let meant: [Character: Character] = [
      "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]
    return String(map { meant[$0] ?? $0 })
  }
}
