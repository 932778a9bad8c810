import EOrderRules
import Foundation

/// Something that happens on the market, on the hour.
struct YearEvent: Sendable {
  enum Kind: Sendable {
    case register(Int)
    case decide(Int, VendorTransition)
    case suspend(Int)
    case reinstate(Int)
    case blacklist(Int)
    /// Vendors say what they turned over so far in the year that has begun.
    case declare
    /// A planted product comes into the catalogue, of which so much is to be spent at once.
    case introduce(String, category: String, target: Int64)
    /// A planted product costs so many hundredths of what it did.
    case reprice(String, percent: Int64)
    /// The same, and no verifier has looked at it yet.
    case raise(String, percent: Int64)
    /// The verifier looks at a planted product.
    case curate(String)
    /// Somebody's prices go up or down a little.
    case drift(Int)
  }

  let at: Date
  let kind: Kind

  /// Vendors that are suspended at some time of the year.
  private static let restless = [3, 5, 7, 9]

  /// Whether a vendor is on the market from the first day to the last.
  static func stays(_ nib: String) -> Bool { !restless.contains { YearVendor.nib($0) == nib } }

  /// Everything that happens on a province's market in a year, in order.
  /// - Parameter vendors: how many are there from the start.
  static func all(_ plan: YearPlan, _ frame: YearFrame, vendors: Int) -> [YearEvent] {
    var random = YearRandom(frame.seed, frame.slug, "market")
    var events = products(plan, frame)
    func hour(_ day: Int, _ hour: Int) -> Date {
      frame.seasons.calendar.instant(
        of: frame.days[min(max(day, 0), frame.days.count - 1)], minute: hour * 60)
    }
    let last = max(1, frame.days.count - 30)
    for number in 0..<12 {
      let (vendor, day) = (vendors + number, random.int(0...last))
      events.append(YearEvent(at: hour(day, 10), kind: .register(vendor)))
      let decision: [VendorTransition] = number % 6 == 4 ? [.return] : number % 6 == 5 ? [.reject] : [.verify]
      for step in decision {
        events.append(YearEvent(at: hour(day + random.int(1...3), 11), kind: .decide(vendor, step)))
      }
    }
    for number in 0..<min(restless.count, vendors) {
      let (vendor, day) = (restless[number], random.int(20...max(21, last)))
      events.append(YearEvent(at: hour(day, 9), kind: .suspend(vendor)))
      let after: Kind = number == 3 ? .blacklist(vendor) : .reinstate(vendor)
      events.append(YearEvent(at: hour(day + random.int(5...20), 9), kind: after))
    }
    for (number, day) in frame.days.enumerated() where day.parts.month == 1 && day.parts.day == 3 {
      events.append(YearEvent(at: hour(number, 10), kind: .declare))
    }
    for number in 0..<24 {
      events.append(YearEvent(at: hour(random.int(0...last), 12), kind: .drift(number)))
    }
    return events.sorted { $0.at < $1.at }
  }

  /// What the planted orders need to find in the catalogue.
  private static func products(_ plan: YearPlan, _ frame: YearFrame) -> [YearEvent] {
    var known: Set<String> = []
    return plan.stories.flatMap { story -> [YearEvent] in
      guard let key = story.product, known.insert(key).inserted else { return [] }
      let day = frame.seasons.calendar.day(of: story.start)
      func hour(_ before: Int, _ hour: Int) -> Date {
        let first = max(day.adding(days: -before), frame.days[0])
        return frame.seasons.calendar.instant(of: first, minute: hour * 60)
      }
      func introduce(_ before: Int, _ at: Int) -> YearEvent {
        YearEvent(
          at: hour(before, at), kind: .introduce(key, category: story.category, target: story.target))
      }
      func reprice(_ before: Int, _ percent: Int64) -> YearEvent {
        YearEvent(at: hour(before, 10), kind: .reprice(key, percent: percent))
      }
      switch key.prefix(6) {
      case "NEW1/h": return [introduce(3, 10)]
      case "PRC1/h": return [introduce(40, 10), reprice(6, 108)]
      default: break
      }
      switch key.prefix(4) {
      case "NEW1": return [introduce(0, 7)]
      case "PRC1":
        // Between the draft and its submission; the verifier comes two days later.
        return [
          introduce(40, 10), YearEvent(at: hour(0, 9), kind: .raise(key, percent: 118)),
          YearEvent(at: hour(-2, 10), kind: .curate(key)),
        ]
      case "PRC2":
        // One product for all nine.
        return key.hasSuffix("/0") ? [introduce(20, 10)] : key.hasSuffix("/8") ? [reprice(3, 145)] : []
      default: return [introduce(20, 10)]
      }
    }
  }
}
