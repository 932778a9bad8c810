/// A vendor's term on the national blacklist (Daftar Hitam Nasional, Perpres 16/2018 Art. 78–80).
package struct BlacklistTerm: Hashable, Sendable {
  /// The number of the decree.
  package let decree: String
  /// The first day of the ban.
  package let from: Day
  /// The day on which the ban ends.
  package let until: Day

  /// A term of a decree.
  package init(decree: String, from: Day, until: Day) {
    self.decree = decree
    self.from = from
    self.until = until
  }

  /// Whether it bans on that day.
  package func isInForce(on day: Day) -> Bool { from <= day && day < until }
}

extension [BlacklistTerm] {
  /// The term in force on a day that lasts longest; nil where none is.
  package func inForce(on day: Day) -> BlacklistTerm? {
    filter { $0.isInForce(on: day) }.max { $0.until < $1.until }
  }

  /// The next day on which a ban begins; nil where none does.
  package func nextBeginning(after day: Day) -> Day? { map(\.from).filter { $0 > day }.min() }
}
