import EOrderRules
import Foundation

/// Patterns that flags should find, and honest ones that look like them (domain.md §7.6).
struct YearPatterns: Sendable {
  private(set) var stories: [YearStory] = []
  private let frame: YearFrame
  private var random: YearRandom
  private var group = 0

  private static let million: Int64 = 1_000_000
  /// Orders of a province for one pattern of each kind.
  private static let ordersOfARound = 1_000

  init(_ frame: YearFrame, orders: Int, categories: Set<String>) {
    self.frame = frame
    random = YearRandom(frame.seed, frame.slug, "patterns")
    guard categories.isSuperset(of: ["stationery", "printing", "souvenir", "meeting_meals"]), orders >= 60
    else { return }
    for _ in 0..<max(1, orders / Self.ordersOfARound) {
      split()
      hurried()
      priced()
      paid()
      near()
      lookalikes()
    }
    if orders >= Self.ordersOfARound { preferred(orders) }
  }

  /// A working day with room around it, in the middle of the year.
  private mutating func day() -> Int {
    let middle = frame.days.indices.filter { frame.seasons.weight(frame.days[$0]) > 50 }
    return min(max(random.pick(middle), 60), frame.days.count - 45)
  }

  private mutating func add(
    _ codes: [String], honest: Bool = false, count: Int, every days: Int, _ category: String,
    _ target: ClosedRange<Int64>, course: YearCourse = .paid,
    _ change: (inout YearStory, Int) -> Void = { _, _ in }
  ) {
    group += 1
    let (unit, first) = (random.int(0...frame.units - 1), day())
    for number in 0..<count {
      let calendar = frame.seasons.calendar
      let wanted = frame.days[min(first + number * days, frame.days.count - 1)]
      let start = frame.morning(calendar.workingDay(0, after: wanted), &random)
      var story = YearStory(
        number: 0, unit: unit, start: start, category: category, target: random.amount(target), course: course
      )
      story.packageKey = "\(codes.joined())/\(group)/\(number)"
      story.plants = codes.map { YearPlant(code: $0, isHonest: honest, group: group) }
      change(&story, number)
      stories.append(story)
    }
  }

  private mutating func split() {
    let mark = group
    add(["SPL1"], count: 3, every: 4, "stationery", 22 * Self.million...23 * Self.million) { story, _ in
      story.packageKey = "SPL1/\(mark)"
    }
    add(["SPL2"], count: 3, every: 9, "printing", 22 * Self.million...23 * Self.million) { story, _ in
      story.vendorKey = "SPL2/\(mark)"
    }
    add(["SPL3", "SPL2"], count: 3, every: 2, "souvenir", 22 * Self.million...23 * Self.million) { story, _ in
      story.vendorKey = "SPL3/\(mark)"
    }
  }

  private mutating func hurried() {
    let calendar = frame.seasons.calendar
    add(["FAST1"], count: 1, every: 1, "stationery", Self.million...4 * Self.million, course: .quick)
    let mark = group
    add(["NEW1"], count: 1, every: 1, "stationery", Self.million...3 * Self.million) { story, _ in
      story.product = "NEW1/\(mark)"
      // Early enough to be submitted on the day on which the product came in.
      story.start = calendar.instant(of: calendar.day(of: story.start), minute: 490)
    }
  }

  private mutating func priced() {
    for code in ["PRC1", "PRC2"] {
      let mark = group
      add([code], count: 1, every: 1, "stationery", Self.million...3 * Self.million) { story, _ in
        story.product = "\(code)/\(mark)"
      }
    }
  }

  /// Two small payments to one vendor on one day: their steps take the same time.
  private mutating func paid() {
    let mark = group
    add(["TAX1"], count: 2, every: 0, "stationery", 1_500_000...1_700_000) { story, _ in
      story.vendorKey = "TAX1/\(mark)"
      story.timeKey = "TAX1/\(mark)"
    }
  }

  private mutating func near() {
    add(["SPL4"], count: 4, every: 16, "stationery", 9_500_000...9_900_000)
  }

  /// What an inspector would look at twice and then let be.
  private mutating func lookalikes() {
    let mark = group
    add(["SPL2"], honest: true, count: 3, every: 9, "printing", 13 * Self.million...15 * Self.million)
    add(["SPL2"], honest: true, count: 4, every: 3, "meeting_meals", 13 * Self.million...14 * Self.million)
    add(["SPL3"], honest: true, count: 3, every: 9, "souvenir", 14 * Self.million...15 * Self.million) {
      story, _ in
      story.vendorKey = "SPL3/honest/\(mark)"
    }
    add(["SPL4"], honest: true, count: 2, every: 20, "stationery", 9_500_000...9_900_000)
    add(["PRC1"], honest: true, count: 1, every: 1, "stationery", Self.million...3 * Self.million) {
      story, _ in
      story.product = "PRC1/honest/\(mark)"
    }
    add(["NEW1"], honest: true, count: 1, every: 1, "stationery", Self.million...3 * Self.million) {
      story, _ in
      story.product = "NEW1/honest/\(mark)"
    }
    add(["TAX1"], honest: true, count: 2, every: 10, "stationery", 1_500_000...1_700_000) { story, _ in
      story.vendorKey = "TAX1/honest/\(mark)"
    }
  }

  /// One unit that buys what it buys of one kind from one vendor, and one that buys much of one kind over a year
  /// without ever asking for offers.
  private mutating func preferred(_ orders: Int) {
    let officers = 40
    add(["REP1"], count: officers, every: 4, "stationery", 700_000...1_400_000) { story, _ in
      story.vendorKey = "REP1"
    }
    add(["SPL5"], count: 10, every: 35, "souvenir", 24 * Self.million...25 * Self.million)
  }
}
