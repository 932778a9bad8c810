import EOrderRules
import Foundation

/// All orders of a province's year, laid out before the first of them is placed.
struct YearPlan: Sendable {
  private(set) var stories: [YearStory] = []
  private(set) var packages: [YearPackage] = []

  /// What of a year's orders falls on a category; those that nobody sells are left out.
  static let mix: [(String, Int)] = [
    ("meeting_meals", 24), ("stationery", 12), ("printing", 9), ("paper", 7), ("computer_supplies", 6),
    ("cleaning_supplies", 6), ("catering", 5), ("cleaning_service", 4), ("souvenir", 4), ("packaged_food", 4),
    ("repair_service", 4), ("equipment_rental", 3), ("event_service", 3), ("media_service", 2), ("fuel", 2),
    ("electrical_supplies", 2), ("building_supplies", 1), ("uniforms", 1), ("furniture", 1),
    ("electronics", 1), ("duty_stamps", 1), ("health_supplies", 1),
  ]
  private static let meals: Set<String> = ["meeting_meals", "catering"]
  /// What the orders of a package come to at most, which leaves room for taxes below the limit.
  private static let packageTarget: Int64 = 40_000_000
  private static let ordersOfAGivenUpNeed = 50
  /// From which plan of a year on a unit asks for offers on some of it; below the limit of `SPL5`.
  private static let worthATender: Int64 = 150_000_000

  /// - Parameter categories: those in which something is for sale.
  init(_ frame: YearFrame, orders: Int, categories: Set<String>) {
    let mix = Self.mix.filter { categories.contains($0.0) }
    guard !mix.isEmpty else { return }
    let planted = YearPatterns(frame, orders: orders, categories: categories).stories
    let days = frame.days.map { ($0, frame.seasons.weight($0)) }.filter { $0.1 > 0 }
    var random = YearRandom(frame.seed, frame.slug, "orders")
    for number in 0..<max(0, orders - planted.count) {
      stories.append(Self.honest(random.weighted(days), frame, mix, &random))
      guard number % Self.ordersOfAGivenUpNeed == 0 else { continue }
      var given = Self.honest(random.weighted(days), frame, mix, &random)
      given.isGivenUp = true
      stories.append(given)
    }
    stories = (stories + planted).sorted { ($0.start, $0.unit) < ($1.start, $1.unit) }
    for number in stories.indices { stories[number].number = number }
    layPackages(frame)
    consolidate(frame)
  }

  /// A unit whose plan for one kind of thing is worth a tender asks for offers on some of it, as it should; all but
  /// those that are there to be found.
  private mutating func consolidate(_ frame: YearFrame) {
    var random = YearRandom(frame.seed, frame.slug, "consolidation")
    var direct: Set<String> = []
    for story in stories where story.plants.contains(where: { $0.code == "SPL5" }) {
      direct.insert(packages[story.package].lineCode)
    }
    let sums = Dictionary(grouping: packages, by: \.lineCode).mapValues { group in
      group.reduce(0) { $0 + $1.ceiling }
    }
    for (number, story) in stories.enumerated() {
      let package = packages[story.package]
      if direct.contains(package.lineCode) {
        if story.plants.isEmpty, story.leftAfter == nil { stories[number].tender = nil }
      } else if story.plants.isEmpty, story.leftAfter == nil, !story.isGivenUp,
        sums[package.lineCode] ?? 0 > Self.worthATender, random.chance(15)
      {
        stories[number].hasNeed = true
        stories[number].tender = .honest(&random)
      }
      if stories[number].tender != nil { packages[story.package].isTendered = true }
    }
  }

  private static func honest(
    _ day: Day, _ frame: YearFrame, _ mix: [(String, Int)], _ random: inout YearRandom
  ) -> YearStory {
    // Nobody dines at noon in the fasting month; the table is laid at sunset.
    let isFasting = frame.seasons.isFasting(day)
    let category = random.weighted(
      mix.map {
        ($0.0, isFasting ? ($0.0 == "catering" ? $0.1 * 4 : $0.0 == "meeting_meals" ? 4 : $0.1) : $0.1)
      })
    let target: Int64 =
      meals.contains(category)
      ? random.amount(400_000...5_500_000)
      : random.amount(
        random.weighted([
          (300_000...1_900_000, 45), (2_000_000...5_500_000, 36), (5_500_000...12_000_000, 14),
          (12_000_000...38_000_000, 5),
        ]))
    var story = YearStory(
      number: 0, unit: random.int(0...frame.units - 1), start: frame.morning(day, &random),
      category: category,
      target: target, course: random.weighted(YearCourse.weights))
    story.hasNeed = random.chance(25)
    // A vendor that is asked by letter is asked for what costs more than a few notes.
    if story.hasNeed, target > 2_000_000, random.chance(20) { story.tender = .honest(&random) }
    return story
  }

  /// Packages in the order in which they fill up; those of one pattern have their own.
  private mutating func layPackages(_ frame: YearFrame) {
    var open: [String: Int] = [:]
    for (number, story) in stories.enumerated() {
      let year = frame.seasons.calendar.day(of: story.start).year
      let key = story.packageKey ?? "\(year)/\(story.unit)/\(story.category)"
      let fits = open[key].map {
        story.packageKey != nil || packages[$0].planned + story.target <= Self.packageTarget
      }
      if fits != true {
        open[key] = packages.count
        packages.append(
          YearPackage(
            rupCode: "9" + yearPadded(packages.count, 7), unit: story.unit, category: story.category,
            year: year, planned: 0))
      }
      let place = open[key] ?? 0
      packages[place].planned += story.target
      stories[number].package = place
    }
  }
}

/// What the plan of a province stands in.
struct YearFrame: Sendable {
  let seed: UInt64
  let slug: String
  let units: Int
  let days: [Day]
  let seasons: YearSeasons

  /// Some time in the morning.
  func morning(_ day: Day, _ random: inout YearRandom) -> Date {
    seasons.calendar.instant(of: day, minute: random.int(460...820)) + Double(random.int(0...59))
  }
}

/// A number with zeros before it.
func yearPadded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
