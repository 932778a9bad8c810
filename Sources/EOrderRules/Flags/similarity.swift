/// The likeness of the two most similar names of two orders, from 0 to 1.
func similarity(_ names: [String], _ others: [String]) -> Ratio {
  let left = names.map(trigrams)
  let right = others.map(trigrams)
  return left.flatMap { one in right.map { shared(one, $0) } }.max() ?? .zero
}

/// The groups of three characters in the words of a name, each word with two blanks before and one behind;
/// PostgreSQL's `pg_trgm` forms them the same way.
private func trigrams(_ name: String) -> Set<String> {
  var found: Set<String> = []
  for word in name.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
    let padded = Array("  \(word) ")
    for start in 0...(padded.count - 3) { found.insert(String(padded[start..<start + 3])) }
  }
  return found
}

private func shared(_ left: Set<String>, _ right: Set<String>) -> Ratio {
  let common = Int64(left.intersection(right).count)
  let all = Int64(left.union(right).count)
  return Ratio(common, all) ?? .zero
}
