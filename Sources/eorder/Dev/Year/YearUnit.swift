import Authentication
import EOrderRules
import Foundation
import HeapModule
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

  private var due: Heap<YearDue>

  init(_ seats: YearSeats, _ stories: [YearStory], _ frame: YearFrame) {
    self.seats = seats
    lives = stories.map { YearLife($0, frame) }
    due = Heap(
      lives.enumerated().compactMap { place, life in life.next.map { YearDue(at: $0, place: place) } })
  }

  /// When the unit has something to do next.
  var soonest: Date? { due.min?.at }

  /// Those that were planted, and what became of them.
  var planted: [YearLife] { lives.filter { !$0.story.plants.isEmpty } }

  /// Does in its order what falls before an instant.
  func goOn(until end: Date, _ scene: YearScene) async throws {
    while let first = due.min, first.at < end {
      due.removeMin()
      var life = lives[first.place]
      try await assign(life.story, first.at, scene)
      let hadOrder = life.order != nil
      if let refused = try await life.goOn(scene, seats) { refusals[refused, default: 0] += 1 }
      if !hadOrder, life.order != nil { placed += 1 }
      if let next = life.next { due.insert(YearDue(at: next, place: first.place)) }
      lives[first.place] = life
    }
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

/// When an order goes on; of two at once that which was planned first.
private struct YearDue: Comparable {
  let at: Date
  let place: Int

  static func < (first: YearDue, second: YearDue) -> Bool {
    (first.at, first.place) < (second.at, second.place)
  }
}
