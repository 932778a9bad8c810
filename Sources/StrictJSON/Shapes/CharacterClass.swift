/// A set of ASCII characters, written like the inside of a character class: `"0-9A-F"`.
package struct CharacterClass: Sendable, ExpressibleByStringLiteral {
  /// The class as ECMA writes it, also under the `v` flag that the pattern of an HTML input has.
  let regex: String
  /// One bit for each character.
  private let members: UInt128

  /// Single characters and ranges such as `a-z`; a hyphen at either end stands for itself.
  package init(stringLiteral ranges: String) {
    var members: UInt128 = 0
    var inside = ""
    var rest = Array(ranges.utf8)[...]
    while let first = rest.popFirst() {
      inside += CharacterClass.escaped(first)
      var last = first
      if rest.count >= 2, rest.first == UInt8(ascii: "-") {
        rest.removeFirst()
        last = rest.removeFirst()
        inside += "-" + CharacterClass.escaped(last)
      }
      for byte in first...last { members |= 1 << UInt128(byte) }
    }
    self.members = members
    regex = "[\(inside)]"
  }

  func contains(_ byte: UInt8) -> Bool { byte < 0x80 && members >> UInt128(byte) & 1 == 1 }

  private static func escaped(_ byte: UInt8) -> String {
    let character = Character(Unicode.Scalar(byte))
    return "()[]{}/|\\^-".contains(character) ? "\\\(character)" : String(character)
  }
}
