extension TextGrammar {
  /// True where the grammar takes all the bytes.
  func matches(_ bytes: [UInt8]) -> Bool { ends(from: [0], in: bytes).contains(bytes.count) }

  /// Every place at which the grammar may end when it starts at one of these; no place is tried twice, so
  /// hostile text costs no more than its length times the size of the grammar.
  private func ends(from starts: Set<Int>, in bytes: [UInt8]) -> Set<Int> {
    switch self {
    case .characters(let ranges, let counts): return Self.run(Self.members(ranges), counts, starts, bytes)
    case .literal(let text):
      return Set(starts.filter { bytes[$0...].starts(with: text.utf8) }.map { $0 + text.utf8.count })
    case .sequence(let parts): return parts.reduce(starts) { $1.ends(from: $0, in: bytes) }
    case .choice(let parts): return parts.reduce(into: []) { $0.formUnion($1.ends(from: starts, in: bytes)) }
    case .repeated(let part, let counts):
      var current = starts
      var found: Set<Int> = counts.lowerBound == 0 ? starts : []
      var count = 0
      while count < counts.upperBound, !current.isEmpty {
        current = part.ends(from: current, in: bytes)
        count += 1
        if count >= counts.lowerBound {
          current.subtract(found)
          found.formUnion(current)
        }
      }
      return found
    }
  }

  private static func run(
    _ members: Set<UInt8>, _ counts: ClosedRange<Int>, _ starts: Set<Int>, _ bytes: [UInt8]
  ) -> Set<Int> {
    var ends: Set<Int> = []
    for start in starts {
      var length = 0
      if counts.lowerBound == 0 { ends.insert(start) }
      while length < counts.upperBound, start + length < bytes.count, members.contains(bytes[start + length])
      {
        length += 1
        if length >= counts.lowerBound { ends.insert(start + length) }
      }
    }
    return ends
  }

  /// The bytes of a class: single characters and ranges such as `a-z`; a hyphen counts as such at the end.
  private static func members(_ ranges: String) -> Set<UInt8> {
    var members: Set<UInt8> = []
    var rest = Array(ranges.utf8)[...]
    while let first = rest.popFirst() {
      if rest.count >= 2, rest.first == UInt8(ascii: "-") {
        rest.removeFirst()
        members.formUnion(first...rest.removeFirst())
      } else {
        members.insert(first)
      }
    }
    return members
  }
}
