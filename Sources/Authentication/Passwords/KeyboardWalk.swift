/// What a finger runs along: rows and columns of the keyboard, digits and the alphabet.
private let paths: [[Character]] = [
  "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1qaz", "2wsx", "3edc",
  "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/", "qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm",
].map(Array.init)

/// Pairs of characters that follow each other on a path, in either direction.
private let steps: Set<[Character]> = Set(
  paths.flatMap { path in
    zip(path, path.dropFirst()).flatMap { [[$0, $1], [$1, $0]] } + [[path[path.count - 1], path[0]]]
  })

/// Whether most of a password in lower case is such a run, or two of them in turns, as `1q2w3e4r5t`.
func isKeyboardWalk(_ password: String) -> Bool {
  let characters = Array(password)
  let turns = (0...1).map { start in
    stride(from: start, to: characters.count, by: 2).map { characters[$0] }
  }
  return isWalk(characters) || turns.allSatisfy { $0.count >= 4 && isWalk($0) }
}

/// Whether runs of three characters and more make up four fifths.
private func isWalk(_ characters: [Character]) -> Bool {
  var covered = 0
  var run = 1
  for index in characters.indices.dropFirst() {
    if steps.contains([characters[index - 1], characters[index]]) {
      run += 1
    } else {
      covered += run >= 3 ? run : 0
      run = 1
    }
  }
  covered += run >= 3 ? run : 0
  return covered * 5 >= characters.count * 4
}
