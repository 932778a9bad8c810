/// Words that say who and where somebody is: of the person, the business, the province and the trade.
struct ContextWords {
  /// Shorter words stand in everything.
  private static let shortest = 4
  /// Letters that have to be left when these words are taken away.
  private static let leastLeft = 8
  private static let ofTheTrade = ["pengadaan", "penyedia", "provinsi", "pemprov", "eorder"]

  private let words: Set<String>

  /// - Parameter texts: names and e-mail addresses, whose words count one by one.
  init(_ texts: [String]) {
    let parts = texts.flatMap { $0.lowercased().split { !$0.isLetter }.map(String.init) }
    words = Set((parts + Self.ofTheTrade).filter { $0.count >= Self.shortest })
  }

  /// Whether a password in lower case is little more than these words.
  func leaveTooLittle(of password: String) -> Bool {
    let letters = password.filter(\.isLetter)
    // The longest first, so that a word within a word is not taken out of it.
    let left = words.sorted { ($0.count, $0) > ($1.count, $1) }.reduce(letters) { $0.replacing($1, with: "") }
    return left != letters && left.count < Self.leastLeft
  }
}
