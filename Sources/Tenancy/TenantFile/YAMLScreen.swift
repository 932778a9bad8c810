import EOrderRules

/// A first look over YAML text that takes out anchors, aliases and tags, and measures depth.
///
/// The parser resolves aliases itself, so a small text could grow without end, and it descends as deep as the
/// text goes; both have to be stopped before it runs. What is inside quotation marks and comments is left alone.
/// Where they begin is only fully known to the parser, so a text in which too many words could be anchors or
/// aliases is refused whatever they stand in, and `RulePlanting` looks again at what the parser made of the rest.
struct YAMLScreen {
  private(set) var problems: [RuleFileProblem] = []
  private var bytes: [UInt8]
  private var line = 1
  private var depth = 0
  /// The last byte of this line that is no blank; a new line's is its end.
  private var last: UInt8 = 0x0A
  private static let deepest = 32
  private static let furthestIndent = 120
  private static let mostReferences = 12

  /// The text with anchors, aliases and tags made harmless, and a problem for each of them.
  static func screen(_ text: String) -> (text: String, problems: [RuleFileProblem]) {
    var screen = YAMLScreen(bytes: Array(text.utf8))
    screen.refuseHiddenBreaks(text)
    screen.walk()
    screen.countReferences()
    return (String(decoding: screen.bytes, as: UTF8.self), screen.problems)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func walk() {
    var quote: UInt8?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A {
        line += 1
        measureIndent(from: index + 1)
      } else if let open = quote {
        let isEscaped = open == 0x22 ? byte == 0x5C : byte == 0x27 && bytes[(index + 1)...].first == 0x27
        if isEscaped {
          index += 1
          if index < bytes.count, bytes[index] == 0x0A { line += 1 }
        } else if byte == open {
          quote = nil
        }
      } else {
        look(at: &index, &quote)
      }
      note(index, isQuoted: quote != nil)
      index += 1
    }
  }

  /// Looks at a byte outside quotation marks.
  private mutating func look(at index: inout Int, _ quote: inout UInt8?) {
    let byte = bytes[index]
    switch byte {
    case 0x22, 0x27: if beginsValue { quote = byte }
    case 0x23: if isBlank(before: index) { skipComment(&index) }
    case 0x21, 0x26, 0x2A: if beginsValue { takeOut(at: index) }
    case 0x5B, 0x7B: deepen(by: 1)
    case 0x5D, 0x7D: deepen(by: -1)
    default: break
    }
  }

  /// Whether a value or key may begin here: behind `: , [ { - ?` or at the beginning of a line, and nowhere in a
  /// bare text, in which quotation marks and the like are letters.
  private var beginsValue: Bool { [0x0A, 0x3A, 0x2C, 0x5B, 0x7B, 0x2D, 0x3F].contains(last) }

  private func isBlank(before index: Int) -> Bool {
    index == 0 || [0x0A, 0x0D, 0x20, 0x09].contains(bytes[index - 1])
  }

  private mutating func note(_ index: Int, isQuoted: Bool) {
    guard index < bytes.count, ![0x20, 0x09, 0x0D].contains(bytes[index]) else { return }
    last = isQuoted ? 0x22 : bytes[index]
  }

  private mutating func skipComment(_ index: inout Int) {
    while index + 1 < bytes.count, bytes[index + 1] != 0x0A { index += 1 }
  }

  /// An anchor or a tag is blanked out; an alias becomes a harmless word.
  private mutating func takeOut(at start: Int) {
    let isAlias = bytes[start] == 0x2A
    let ends: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5B, 0x5D, 0x7B, 0x7D]
    let end = bytes[(start + 1)...].firstIndex(where: ends.contains) ?? bytes.count
    let what: RuleSyntax = isAlias ? .aliases : bytes[start] == 0x26 ? .anchors : .tags
    guard end > start + 1 || what == .tags else { return }
    refuse(RuleProblem(.refusedSyntax(what)))
    for index in start..<end { bytes[index] = isAlias ? 0x78 : 0x20 }
  }

  private mutating func deepen(by step: Int) {
    depth = max(0, depth + step)
    if depth == Self.deepest + 1, step > 0 { refuse(Self.tooDeep) }
  }

  private mutating func measureIndent(from start: Int) {
    let lead = bytes[start...].prefix { [0x20, 0x2D, 0x3F, 0x09].contains($0) }
    if lead.count > Self.furthestIndent { refuse(Self.tooDeep) }
  }

  private mutating func refuse(_ problem: RuleProblem) {
    problems.append(RuleFileProblem(line: line, key: "", problem))
  }

  /// The three characters that end a line for the parser and for hardly any editor, and the mark that may begin
  /// one: with them a file would not say what it shows.
  private mutating func refuseHiddenBreaks(_ text: String) {
    let hidden: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}"]
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "\n" { line += 1 }
      if hidden.contains(scalar), index > 0 || scalar != "\u{FEFF}" { refuse(Self.hiddenBreak) }
    }
    line = 1
  }

  /// Words that the parser might take for anchors or aliases, whatever they seem to stand in.
  private mutating func countReferences() {
    let count = bytes.indices.count { index in
      [0x26, 0x2A].contains(bytes[index]) && index + 1 < bytes.count && isWord(bytes[index + 1])
        && (index == 0 || !isWord(bytes[index - 1]))
    }
    line = 1
    if count > Self.mostReferences { refuse(Self.tooManyReferences) }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    [0x2D, 0x5F].contains(byte) || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static let tooDeep = RuleProblem(.nestedTooDeeply, bound: .levels(deepest))
  private static let hiddenBreak = RuleProblem(.invisibleBreak)
  private static let tooManyReferences = RuleProblem(
    .tooManyReferences, bound: .exactly("\(mostReferences)"))

  /// Problems after which the parser does not see the text.
  static let fatal = [tooDeep, hiddenBreak, tooManyReferences]
}
