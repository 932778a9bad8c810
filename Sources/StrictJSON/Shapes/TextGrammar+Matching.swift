extension TextGrammar {
  /// True where the grammar takes all the bytes.
  func matches(_ bytes: [UInt8]) -> Bool { ends(from: [0], in: bytes).last == bytes.count }

  /// Every place at which the grammar may end when it starts at one of these, in rising order.
  ///
  /// No place is tried twice, so hostile text costs no more than its length times the size of the grammar.
  private func ends(from starts: [Int], in bytes: [UInt8]) -> [Int] {
    switch self {
    case .characters(let members, let counts):
      return TextGrammar.merged(starts.map { TextGrammar.run(members, counts, $0, bytes) })
    case .literal(let text):
      return starts.filter { bytes[$0...].starts(with: text.utf8) }.map { $0 + text.utf8.count }
    case .sequence(let parts): return parts.reduce(starts) { $0.isEmpty ? $0 : $1.ends(from: $0, in: bytes) }
    case .choice(let parts): return TextGrammar.merged(parts.map { $0.ends(from: starts, in: bytes) })
    case .ahead(let part): return starts.filter { !part.ends(from: [$0], in: bytes).isEmpty }
    case .repeated(let part, let counts): return repeated(part, counts, from: starts, in: bytes)
    }
  }

  private func repeated(
    _ part: TextGrammar, _ counts: ClosedRange<Int>, from starts: [Int], in bytes: [UInt8]
  ) -> [Int] {
    var found: [Int] = counts.lowerBound == 0 ? starts : []
    var current = starts
    var count = 0
    while count < counts.upperBound, !current.isEmpty {
      current = part.ends(from: current, in: bytes)
      count += 1
      guard count >= counts.lowerBound else { continue }
      current.removeAll(where: found.contains)
      found = TextGrammar.merged([found, current])
    }
    return found
  }

  private static func run(
    _ members: CharacterClass, _ counts: ClosedRange<Int>, _ start: Int, _ bytes: [UInt8]
  ) -> [Int] {
    let most = min(counts.upperBound, bytes.count - start)
    var length = 0
    while length < most, members.contains(bytes[start + length]) { length += 1 }
    return length < counts.lowerBound ? [] : Array(start + counts.lowerBound...start + length)
  }

  private static func merged(_ lists: [[Int]]) -> [Int] {
    lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
  }
}
