import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// The orders of one unit, one after another; units go on side by side.
actor YearUnit {
  private let seats: YearSeats
  private var lives: [YearLife]
  private var assigned: Set<Int> = []
  private(set) var refusals: [String: Int] = [:]
  private(set) var placed = 0

  init(_ seats: YearSeats, _ stories: [YearStory], _ frame: YearFrame) {
    self.seats = seats
    lives = stories.map { YearLife($0, frame) }
  }

  /// When the unit has something to do next.
  var soonest: Date? { lives.lazy.compactMap(\.next).min() }

  /// Order ids by the story they came from.
  var orders: [(YearStory, UUID)] { lives.compactMap { life in life.order.map { (life.story, $0) } } }

  /// Does in its order what falls before an instant.
  func goOn(until end: Date, _ scene: YearScene) async throws {
    while let (place, due) = nearest(), due < end {
      var life = lives[place]
      try await assign(life.story, due, scene)
      let hadOrder = life.order != nil
      if let refused = try await life.goOn(scene, seats) { refusals[refused, default: 0] += 1 }
      if !hadOrder, life.order != nil { placed += 1 }
      lives[place] = life
    }
  }

  private func nearest() -> (Int, Date)? {
    var found: (Int, Date)?
    for (place, life) in lives.enumerated() {
      if let due = life.next, found.map({ due < $0.1 }) ?? true { found = (place, due) }
    }
    return found
  }

  /// A package is given to its officer when it is first drawn on.
  private func assign(_ story: YearStory, _ now: Date, _ scene: YearScene) async throws {
    guard assigned.insert(story.package).inserted, let package = scene.packages[story.package] else { return }
    let officer = seats.commitment(story).userID
    let assign = AssignPackage(
      package: package.id, body: ["commitmentOfficerId": .string(officer.uuidString.lowercased())])
    let owner = scene.caller(seats.owner, now - 300)
    _ = try await scene.run { try await assign(owner, Write(), $0) }
  }
}
