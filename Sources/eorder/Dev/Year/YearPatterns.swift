import EOrderRules
import Foundation

/// Patterns that flags should find, and honest ones that look like them (domain.md §7.6).
struct YearPatterns: Sendable {
  private(set) var stories: [YearStory] = []
  let frame: YearFrame
  var random: YearRandom
  private(set) var group = 0

  static let million: Int64 = 1_000_000
  /// Orders of a province for one pattern of each kind.
  private static let ordersOfARound = 1_000
  /// Below which there is no room for patterns among honest orders.
  private static let least = 200

  init(_ frame: YearFrame, orders: Int, categories: Set<String>) {
    self.frame = frame
    random = YearRandom(frame.seed, frame.slug, "patterns")
    guard categories.isSuperset(of: ["stationery", "printing", "souvenir", "meeting_meals"]),
      orders >= Self.least
    else { return }
    for _ in 0..<max(1, orders / Self.ordersOfARound) {
      split()
      hurried()
      priced()
      paid()
      related()
      lookalikes()
    }
    preferred()
    for (code, tender) in YearPatterns.tenders { ask(code, tender) }
    leftovers()
  }

  /// A working day in the middle of the year, with room for what follows; where what follows fits into one week, all of
  /// it falls on working days as it stands, so that no holiday draws it out.
  private mutating func day(_ count: Int, every days: Int) -> Int {
    let frame = frame
    let last = frame.days.count - 40 - count * days
    let usual = frame.days.indices.filter {
      (50...last).contains($0) && frame.seasons.weight(frame.days[$0]) > 50
    }
    let undisturbed = usual.filter { first in
      (0...count * days).allSatisfy { frame.seasons.calendar.isWorkingDay(frame.days[first + $0]) }
    }
    return random.pick(undisturbed.isEmpty ? usual : undisturbed)
  }

  mutating func add(
    _ codes: [String], honest: Bool = false, count: Int, every days: Int, _ category: String,
    _ target: ClosedRange<Int64>, course: YearCourse = .paid,
    _ change: (inout YearStory, Int) -> Void = { _, _ in }
  ) {
    group += 1
    let (unit, first) = (random.int(0...frame.units - 1), day(count, every: days))
    for number in 0..<count {
      let calendar = frame.seasons.calendar
      let start = frame.morning(calendar.workingDay(0, after: frame.days[first + number * days]), &random)
      var story = YearStory(
        number: 0, unit: unit, start: start, category: category, target: random.amount(target), course: course
      )
      story.packageKey = "\(codes.joined())/\(group)/\(number)"
      story.plants = codes.map { YearPlant(code: $0, isHonest: honest, group: group) }
      change(&story, number)
      stories.append(story)
    }
  }

  mutating func add(_ story: YearStory) { stories.append(story) }

  private mutating func split() {
    let mark = group
    // Far enough apart not to be `SPL2` as well.
    add(["SPL1"], count: 3, every: 32, "stationery", 22 * Self.million...23 * Self.million) { story, place in
      story.packageKey = "SPL1/\(mark)"
      story.product = "SPL1/\(mark)"
      if place == 2 { story.course = .barred }
    }
    add(["SPL2"], count: 3, every: 9, "printing", 22 * Self.million...23 * Self.million) { story, _ in
      story.product = "SPL2/\(mark)"
    }
    add(["SPL3", "SPL2"], count: 3, every: 1, "souvenir", 22 * Self.million...23 * Self.million) { story, _ in
      story.product = "SPL3/\(mark)"
    }
    add(["SPL4"], count: 4, every: 16, "stationery", 9_500_000...9_900_000) { story, _ in
      story.product = "SPL4/\(mark)"
      story.officer = 0
    }
  }

  private mutating func hurried() {
    add(["FAST1"], count: 1, every: 1, "stationery", Self.million...4 * Self.million, course: .quick)
    plantProduct("NEW1", "NEW1/\(group)")
  }

  /// One order of a product of its own, placed at eight.
  private mutating func plantProduct(
    _ code: String, _ key: String, honest: Bool = false, course: YearCourse = .paid
  ) {
    let calendar = frame.seasons.calendar
    add(
      [code], honest: honest, count: 1, every: 1, "stationery", Self.million...3 * Self.million,
      course: course
    ) { story, _ in
      story.product = key
      story.start = calendar.instant(of: calendar.day(of: story.start), minute: 485)
    }
  }

  private mutating func priced() {
    plantProduct("PRC1", "PRC1/\(group)", course: .repriced)
    // Eight pay what it costs, of whom some come to nothing; the ninth pays far more.
    let mark = group
    add(["PRC2"], count: 9, every: 7, "stationery", Self.million...2 * Self.million) { story, place in
      story.product = "PRC2/\(mark)/\(place)"
      if place < 8 { story.plants = [] }
    }
  }

  /// Two small payments to one vendor on one day: their steps take the same time.
  private mutating func paid() {
    let mark = group
    add(["TAX1"], count: 2, every: 0, "stationery", 1_500_000...1_700_000) { story, _ in
      story.product = "TAX1/\(mark)"
      story.timeKey = "TAX1/\(mark)"
    }
  }

  private mutating func related() {
    plantProduct("COI1", "COI1/\(group)", course: .barred)
  }

  /// What an inspector would look at twice and then let be.
  private mutating func lookalikes() {
    let mark = group
    add(["SPL2"], honest: true, count: 3, every: 9, "printing", 13 * Self.million...15 * Self.million)
    add(["SPL2"], honest: true, count: 4, every: 3, "meeting_meals", 13 * Self.million...14 * Self.million)
    add(["SPL3"], honest: true, count: 3, every: 9, "souvenir", 14 * Self.million...15 * Self.million) {
      story, _ in
      story.product = "SPL3/honest/\(mark)"
    }
    add(["SPL4"], honest: true, count: 2, every: 20, "stationery", 9_500_000...9_900_000)
    plantProduct("PRC1", "PRC1/honest/\(mark)", honest: true)
    plantProduct("NEW1", "NEW1/honest/\(mark)", honest: true)
    add(["TAX1"], honest: true, count: 2, every: 10, "stationery", 1_500_000...1_700_000) { story, _ in
      story.product = "TAX1/honest/\(mark)"
    }
  }

  /// An officer who buys of one vendor alone, and a unit that buys much of one kind over a year without ever asking
  /// for offers.
  private mutating func preferred() {
    let mark = group
    add(["REP1"], count: 14, every: 5, "stationery", 700_000...1_400_000) { story, _ in
      story.product = "REP1/\(mark)"
      story.officer = YearSeats.preferring
    }
    // What was bought before the year turned is on the plan of the year before.
    let (calendar, days) = (frame.seasons.calendar, frame.days)
    let first = days.firstIndex { $0.parts.month == 1 && $0.parts.day == 15 } ?? 0
    add(["SPL5"], count: 8, every: 0, "souvenir", 27 * Self.million...28 * Self.million) { story, place in
      let day = days[min(first + place * 31, days.count - 1)]
      story.start = calendar.instant(of: calendar.workingDay(0, after: day), minute: 540)
    }
  }
}
