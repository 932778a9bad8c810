/// A paper of a vendor with the last day on which it holds.
package struct VendorPaper: Hashable, Sendable {
  /// Its kind, as the API names it.
  package let kind: String
  /// The last day on which it holds; nil where it has none.
  package let validUntil: Day?

  /// A paper of that kind.
  package init(kind: String, validUntil: Day?) {
    self.kind = kind
    self.validUntil = validUntil
  }

  /// Whether its last day is over.
  package func hasEnded(on today: Day) -> Bool { validUntil.map { $0 < today } ?? false }
}

/// What the days of a vendor's papers mean for it (domain.md §7.2).
package struct VendorPapers: Sendable {
  /// Days before the end from which on the vendor is told that a paper ends.
  package static let noticeDays = 30
  /// Days before the end on which it is reminded.
  package static let reminderDays = [30, 7, 1]

  private let papers: [VendorPaper]
  private let required: Set<String>

  /// - Parameter required: The kinds without which the vendor may not sell.
  package init(_ papers: [VendorPaper], required: Set<String>) {
    self.papers = papers
    self.required = required
  }

  /// The paper that ends first within the days of notice and holds still; nil where none does.
  package func expiring(on today: Day) -> VendorPaper? {
    let ending = dated.filter { $0.until >= today && $0.until.days(since: today) <= Self.noticeDays }
    return ending.min { ($0.until, $0.paper.kind) < ($1.until, $1.paper.kind) }?.paper
  }

  /// Required papers whose last day is over.
  package func ended(on today: Day) -> [VendorPaper] {
    papers.filter { required.contains($0.kind) && $0.hasEnded(on: today) }.sorted { $0.kind < $1.kind }
  }

  /// The papers of which the vendor is reminded now.
  ///
  /// - Parameter last: The day of the look before; nil where there was none.
  package func reminders(since last: Day?, on today: Day) -> [VendorPaper] {
    dated.filter { entry in
      entry.until >= today
        && Self.reminderDays.contains { days in
          let due = entry.until.adding(days: -days)
          return due <= today && (last.map { due > $0 } ?? true)
        }
    }.map(\.paper)
  }

  /// The next day on which there is something to remind of or to end; nil where there is none.
  package func nextLook(after today: Day) -> Day? {
    dated.flatMap { entry in
      Self.reminderDays.map { entry.until.adding(days: -$0) }
        + (required.contains(entry.paper.kind) ? [entry.until.adding(days: 1)] : [])
    }.filter { $0 > today }.min()
  }

  private var dated: [(paper: VendorPaper, until: Day)] {
    papers.compactMap { paper in paper.validUntil.map { (paper, $0) } }
  }
}
