import EOrderRules

/// A first look over YAML text that takes out anchors, aliases and tags, and measures depth.
///
/// The parser resolves aliases itself, so a small text could grow without end, and it descends as deep as the
/// text goes; both have to be stopped before it runs.
struct YAMLScreen {
  private(set) var problems: [RuleFileProblem] = []
  private var bytes: [UInt8]
  private var line = 1
  private var depth = 0
  private static let deepest = 32
  private static let furthestIndent = 120

  /// The text with anchors, aliases and tags made harmless, and a problem for each of them.
  static func screen(_ text: String) -> (text: String, problems: [RuleFileProblem]) {
    var screen = YAMLScreen(bytes: Array(text.utf8))
    screen.walk()
    return (String(decoding: screen.bytes, as: UTF8.self), screen.problems)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func walk() {
    var quote: UInt8?
    var index = 0
    var before: UInt8 = 0x0A
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
      } else if isTokenStart(after: before) || isFlow(byte) {
        switch byte {
        case 0x22, 0x27: quote = byte
        case 0x23: skipComment(&index)
        case 0x21, 0x26, 0x2A: takeOut(at: index)
        case 0x5B, 0x7B: deepen(by: 1)
        case 0x5D, 0x7D: deepen(by: -1)
        default: break
        }
      }
      before = index < bytes.count ? bytes[index] : 0x0A
      index += 1
    }
  }

  private func isTokenStart(after byte: UInt8) -> Bool {
    [0x0A, 0x0D, 0x20, 0x09, 0x2C].contains(byte) || isFlow(byte) || byte == 0x3A && depth > 0
  }

  private func isFlow(_ byte: UInt8) -> Bool { [0x5B, 0x5D, 0x7B, 0x7D].contains(byte) }

  private func skipComment(_ index: inout Int) {
    while index + 1 < bytes.count, bytes[index + 1] != 0x0A { index += 1 }
  }

  /// An anchor or a tag is blanked out; an alias becomes a harmless word.
  private mutating func takeOut(at start: Int) {
    let isAlias = bytes[start] == 0x2A
    var end = start + 1
    while end < bytes.count, !isFlow(bytes[end]), ![0x20, 0x09, 0x0A, 0x0D, 0x2C].contains(bytes[end]) {
      end += 1
    }
    let what = isAlias ? "aliases" : bytes[start] == 0x26 ? "anchors" : "tags"
    guard end > start + 1 || what == "tags" else { return }
    problems.append(RuleFileProblem(line: line, key: "", RuleProblem("\(what) are refused")))
    for index in start..<end { bytes[index] = isAlias ? 0x78 : 0x20 }
  }

  private mutating func deepen(by step: Int) {
    depth = max(0, depth + step)
    if depth == Self.deepest + 1, step > 0 { refuseDepth() }
  }

  private mutating func measureIndent(from start: Int) {
    let lead = bytes[start...].prefix { [0x20, 0x2D, 0x3F, 0x09].contains($0) }
    if lead.count > Self.furthestIndent { refuseDepth() }
  }

  private mutating func refuseDepth() {
    problems.append(RuleFileProblem(line: line, key: "", Self.tooDeep))
  }

  static let tooDeep = RuleProblem("nested too deeply", bound: "\(deepest) levels")
}
