import EOrderRules
import Foundation

extension YearPatterns {
  /// Requests for offers that an indicator of collusion finds (OCP Cardinal).
  static let tenders: [(code: String, tender: YearTender)] = [
    ("R003", YearTender(prices: [900, 970, 1040], isShort: true)),
    ("R018", YearTender(prices: [950])),
    ("R024", YearTender(prices: [960, 985, 1060])),
    ("R028", YearTender(prices: [900, 1000, 1000])),
    ("R035", YearTender(prices: [950, YearTender.absurd, YearTender.absurd])),
    ("R058", YearTender(prices: [500, 900, 980])),
  ]
  /// From so many barred offers on, a vendor is one that is barred often.
  private static let barredOften = 3

  /// A request that is answered like this, and one that nobody has to look at twice.
  mutating func ask(_ code: String, _ tender: YearTender) {
    let mark = group
    add([code], count: 1, every: 1, "stationery", 6 * Self.million...9 * Self.million) { story, _ in
      story.hasNeed = true
      story.product = "\(code)/\(mark)"
      story.tender = tender
    }
    var chance = random
    add([code], honest: true, count: 1, every: 1, "stationery", 6 * Self.million...9 * Self.million) {
      story, _ in
      story.hasNeed = true
      story.product = "\(code)/honest/\(mark)"
      story.tender = YearTender(prices: [900, 970, 1040], negotiates: chance.chance(50))
    }
    guard code == "R058" else { return }
    barred()
  }

  /// The vendor that shares particulars with an official offers least, again and again, and is barred.
  private mutating func barred() {
    let mark = group
    add(["R036"], count: 4, every: 9, "stationery", 6 * Self.million...9 * Self.million) { story, place in
      story.hasNeed = true
      story.product = "R036/\(mark)"
      story.tender = YearTender(prices: [800, 950, 1030], hasKin: true)
      if place >= Self.barredOften - 1, let plant = story.plants.first {
        story.plants.append(YearPlant(code: "R038", isHonest: false, group: plant.group))
      }
    }
  }

  /// Orders and needs that the end of the year finds on their way, one in each state.
  mutating func leftovers() {
    let calendar = frame.seasons.calendar
    let ways: [(String, tender: YearTender?)] = [
      ("create", nil), ("submit", nil), ("issue", nil), ("accept", nil), ("start-delivery", nil),
      ("arrive", nil), ("inspect-ok", nil), ("invoice", nil), ("verify", nil), ("request-payment", nil),
      ("approve-payment", nil), ("confirm-paid", nil), ("need", YearTender(prices: [])),
      ("prepare", YearTender(prices: [])), ("dispatch", YearTender(prices: [])),
      ("publish-rfo", YearTender(prices: [])), ("offer", YearTender(prices: [900, 980, 1060])),
    ]
    for (place, way) in ways.enumerated() {
      // What is issued waits for three days at most, and a request is open for two.
      let isFresh = ["create", "submit", "issue", "publish-rfo"].contains(way.0)
      var day = frame.days[frame.days.count - 1].adding(days: isFresh ? 0 : -9)
      if isFresh { while !calendar.isWorkingDay(day) { day = day.adding(days: -1) } }
      let start = calendar.instant(of: calendar.workingDay(0, after: day), minute: 455 + place)
      var story = YearStory(
        number: 0, unit: place % frame.units, start: start, category: "stationery",
        target: 2 * Self.million, course: .paid)
      (story.tender, story.hasNeed, story.leftAfter) = (way.tender, way.tender != nil, way.0)
      story.packageKey = "left/\(place)"
      add(story)
    }
  }
}
